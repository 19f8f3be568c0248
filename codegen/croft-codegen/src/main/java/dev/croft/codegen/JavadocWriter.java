package dev.croft.codegen;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import org.jooq.codegen.Files;
import org.jooq.codegen.GeneratorStrategy.Mode;
import org.jooq.codegen.JavaWriter;
import org.jooq.meta.jaxb.GeneratedSerialVersionUID;
import org.jspecify.annotations.Nullable;

/** Writes comments of the catalogue so that neither javac nor javadoc trips over them. */
final class JavadocWriter extends JavaWriter {

  JavadocWriter(
      File file, @Nullable String fullyQualifiedTypes, String encoding, @Nullable Mode mode) {
    super(
        file,
        fullyQualifiedTypes,
        encoding,
        true,
        new Files(),
        GeneratedSerialVersionUID.CONSTANT,
        mode);
  }

  @Override
  public JavaWriter javadoc(String string, Object... args) {
    return args.length == 0
        ? super.javadoc("%s", text(string))
        : super.javadoc(string, Arrays.stream(args).map(JavadocWriter::argument).toArray());
  }

  private static Object argument(Object argument) {
    return switch (argument) {
      case String string -> text(string);
      case List<?> list -> list.stream().map(JavadocWriter::argument).toList();
      default -> argument;
    };
  }

  /** The backslash too: javac reads unicode escapes in comments, and refuses broken ones. */
  static String text(String comment) {
    return CommentTags.prose(comment)
        .strip()
        .replaceAll("\\s+", " ")
        .replace("@", "&#64;")
        .replace("\\", "&#92;");
  }
}
