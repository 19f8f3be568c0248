package dev.croft.analysis;

/**
 * What a dependency was seen in.
 *
 * @param rows how many rows were read
 * @param determinants how many different values, or combinations of values, decide
 * @param agreements how many rows could have contradicted and did not: of a functional dependency
 *     those with a determinant that an earlier row has, of a multivalued one the combinations of
 *     determinants that have several of both
 * @param isOfSample whether there are more rows, which were not read
 */
public record Evidence(long rows, long determinants, long agreements, boolean isOfSample) {}
