package dev.croft.codegen;

/** The changelog does not include Croft's own. */
public final class BaseChangelogException extends CodegenException {

  private static final long serialVersionUID = 1L;

  BaseChangelogException(String changelog) {
    super(
        "Changelog %s does not include croft/changelog.xml".formatted(changelog),
        "a database it is applied to would lack Croft's own tables",
        "Put `<include file=\"croft/changelog.xml\"/>` before everything else in it.");
  }
}
