package dev.croft.codegen;

/**
 * What a run did to the output directory.
 *
 * @param written files created or changed
 * @param unchanged files that were up to date
 * @param deleted generated files that are no longer generated
 */
public record CodegenResult(int written, int unchanged, int deleted) {}
