package io.matinee.runtime.configuration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The least and the most that a number in the settings may be, where 1 and more is not right. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Within {
  /** Returns the least. */
  long least() default 1;

  /** Returns the most. */
  long most() default Long.MAX_VALUE;
}
