package dev.croft.seeding;

/** Is told how far a seeder is; shows it where somebody looks. */
@FunctionalInterface
public interface SeedProgress {

  /**
   * Some steps are done.
   *
   * @param seeder the name of the seeder
   * @param done how many steps are done, from 0
   * @param all how many there are
   */
  void at(String seeder, long done, long all);

  /** Nobody looks. */
  static SeedProgress silent() {
    return (seeder, done, all) -> {};
  }
}
