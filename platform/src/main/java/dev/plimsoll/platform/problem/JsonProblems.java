/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;

/**
 * What is wrong with a JSON document, in words that name the field and never repeat its content.
 */
public final class JsonProblems {
  private JsonProblems() {}

  /** The problem behind an exception of the parser or of the binding. */
  public static Problem of(JsonProcessingException e) {
    return switch (e) {
      case UnrecognizedPropertyException unknown ->
          Problem.invalid(path(unknown.getPath()), "Expected only known fields, but got another");
      case InvalidFormatException format ->
          Problem.invalid(
              path(format.getPath()),
              "Expected a " + word(format.getTargetType()) + ", but got another value");
      case MismatchedInputException mismatch ->
          Problem.invalid(
              path(mismatch.getPath()),
              "Expected a " + word(mismatch.getTargetType()) + ", but got another type");
      case JsonMappingException mapping ->
          Problem.invalid(path(mapping.getPath()), "Expected a valid value, but got another");
      default -> malformed(e.getLocation());
    };
  }

  /** A document that is not JSON. */
  private static Problem malformed(JsonLocation at) {
    String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    return Problem.of(400, "malformed_json", "Expected a JSON document, but it breaks" + where)
        .with("field", "");
  }

  private static String path(List<JsonMappingException.Reference> references) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference reference : references) {
      if (reference.getFieldName() == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
      }
    }
    return path.toString();
  }

  private static String word(Class<?> type) {
    if (type == null) {
      return "valid value";
    }
    if (type == String.class) {
      return "string";
    }
    if (type == long.class || type == Long.class || type == int.class || type == Integer.class) {
      return "whole number";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == byte[].class) {
      return "text in base64";
    }
    if (type == java.time.Instant.class) {
      return "time such as 2026-11-22T10:00:00Z";
    }
    return List.class.isAssignableFrom(type) ? "list" : "JSON object";
  }
}
