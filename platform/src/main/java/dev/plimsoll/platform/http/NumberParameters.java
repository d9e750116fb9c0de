/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.http;

import dev.plimsoll.platform.problem.Problem;
import dev.plimsoll.platform.problem.ProblemException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in a query: what is none is a malformed request that names the parameter. JAX-RS alone
 * answers that nothing is at such an address.
 */
@Provider
public final class NumberParameters implements ParamConverterProvider {

  @Override
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> type, Type genericType, Annotation[] annotations) {
    Function<String, ?> parser = parserOf(type);
    for (Annotation annotation : annotations) {
      if (parser != null && annotation instanceof QueryParam parameter) {
        return converter(parameter.value(), parser);
      }
    }
    return null;
  }

  private static @Nullable Function<String, ?> parserOf(Class<?> type) {
    if (type == long.class || type == Long.class) {
      return Long::valueOf;
    }
    return type == int.class || type == Integer.class ? Integer::valueOf : null;
  }

  private static <T> ParamConverter<T> converter(String name, Function<String, ?> parser) {
    return new ParamConverter<>() {
      @Override
      @SuppressWarnings("unchecked") // the parser is the type's
      public T fromString(String text) {
        try {
          return (T) parser.apply(text);
        } catch (NumberFormatException e) {
          throw new ProblemException(
              Problem.invalid(name, "Expected a whole number, but got another text"));
        }
      }

      @Override
      public String toString(T number) {
        return String.valueOf(number);
      }
    };
  }
}
