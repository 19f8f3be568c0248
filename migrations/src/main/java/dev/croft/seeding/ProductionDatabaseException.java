package dev.croft.seeding;

/** Made-up rows were to go into a database that is marked as one of production. */
public final class ProductionDatabaseException extends SeedException {
  private static final long serialVersionUID = 1L;

  ProductionDatabaseException(String seeder) {
    super(
        "seeder %s was refused".formatted(seeder),
        "croft.mark_production() marked this database, and the seeder makes rows up",
        "Use a database of development; no option takes the mark away.",
        null);
  }
}
