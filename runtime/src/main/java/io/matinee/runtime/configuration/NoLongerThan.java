package io.matinee.runtime.configuration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the setting of the same mapping, a duration, that this one may not exceed. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface NoLongerThan {
  /** Returns the name of the method that returns the longer duration. */
  String value();
}
