package dev.croft.seeding;

import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import net.datafaker.Faker;

/** A tenant and its people, the same for the same number. */
final class MadeUpTenant {
  private static final int NAME_LENGTH = 200;

  private final long number;
  private final Random random;
  private final Faker faker;

  MadeUpTenant(long seed, int place) {
    this.number = seed * 1_000_003L + place;
    this.random = new Random(number);
    this.faker = new Faker(Locale.ENGLISH, random);
  }

  UUID id() {
    return id("tenant", 0);
  }

  UUID userId(int place) {
    return id("user", place);
  }

  /** Of version 8 (RFC 9562): made by our own rules, so that it is known again. */
  private UUID id(String kind, int place) {
    Random bits = new Random(number * 31 + kind.hashCode() + place * 7_919L);
    long most = (bits.nextLong() & ~0xF000L) | 0x8000L;
    long least = (bits.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(most, least);
  }

  String slug() {
    return "dev-" + Long.toUnsignedString(number, Character.MAX_RADIX);
  }

  String name() {
    return cut(faker.company().name());
  }

  String logo() {
    return "https://logos.example/%s.png".formatted(slug());
  }

  Person person(int place) {
    String given = faker.name().firstName();
    String family = faker.name().lastName();
    String address = "%s.%s.%s@%s.example".formatted(plain(given), plain(family), place, slug());
    return new Person(userId(place), address, cut(given + " " + family), given, family);
  }

  /** One of three, so that a query for one finds some. */
  String theme() {
    return new String[] {"light", "dark", "system"}[random.nextInt(3)];
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ENGLISH).replaceAll("[^a-z]", "");
  }

  private static String cut(String name) {
    return name.substring(0, Math.min(name.length(), NAME_LENGTH)).strip();
  }

  /** A person who does not exist. */
  record Person(
      UUID id, String emailAddress, String fullName, String givenName, String familyName) {}
}
