package dev.croft.analysis;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One table at a time. */
final class TableAnalysis {
  private static final String QUERY_CANCELED = "57014";

  private final Sampler sampler;

  TableAnalysis(Sampler sampler) {
    this.sampler = sampler;
  }

  /** What holds in the rows beyond the keys. */
  List<Dependency> dependencies(TableShape table) throws SQLException {
    if (table.columns().isEmpty()) {
      return List.of();
    }
    Sample sample = sampler.of(table);
    List<Dependency> functional = new FunctionalSearch(table, sample).dependencies();
    List<Dependency> found = new ArrayList<>();
    for (Dependency each : functional) {
      found.addAll(sample.isWhole() ? List.of(each) : confirmed(each));
    }
    MultivaluedSearch search = new MultivaluedSearch(table, functional);
    for (List<String> determinant : search.determinants()) {
      Optional<Sample> rows =
          sample.isWhole() ? Optional.of(sample) : sampler.by(table, determinant);
      rows.ifPresent(all -> found.addAll(search.dependencies(determinant, all)));
    }
    return found;
  }

  private List<Dependency> confirmed(Dependency seen) throws SQLException {
    List<Dependency> confirmed = new ArrayList<>();
    for (String dependent : seen.dependent()) {
      evidence(seen, dependent)
          .map(
              evidence ->
                  new Dependency(
                      seen.kind(),
                      seen.table(),
                      seen.determinant(),
                      List.of(dependent),
                      List.of(),
                      evidence))
          .ifPresent(confirmed::add);
    }
    return confirmed;
  }

  /** That of the sample, where all rows take too long to ask. */
  private Optional<Evidence> evidence(Dependency seen, String dependent) throws SQLException {
    try {
      return sampler.confirmed(seen, dependent);
    } catch (SQLException e) {
      if (QUERY_CANCELED.equals(e.getSQLState())) {
        return Optional.of(seen.evidence());
      }
      throw e;
    }
  }
}
