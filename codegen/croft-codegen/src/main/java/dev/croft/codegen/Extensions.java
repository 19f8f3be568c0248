package dev.croft.codegen;

/** Classes that users name in jOOQ's configuration. */
final class Extensions {

  private Extensions() {}

  /**
   * @throws HookException if there is no such class, or it is of another kind
   */
  static Class<?> require(String name, Class<?> kind) {
    Class<?> found = load(name);
    if (!kind.isAssignableFrom(found)) {
      throw new HookException("class " + name, "it is no " + kind.getName());
    }
    return found;
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new HookException(
          "class " + name, "it is not on the class path of the generator, be it the plugin's");
    }
  }

  /** A new one, made as jOOQ would make it. */
  static <T> T create(String name, Class<T> kind) {
    try {
      return kind.cast(require(name, kind).getDeclaredConstructor().newInstance());
    } catch (ReflectiveOperationException e) {
      throw new HookException("class " + name, "it has no public constructor without parameters");
    }
  }
}
