@org.jspecify.annotations.NullMarked
package io.matinee.cli.export;
