package io.matinee.bench;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import org.junit.jupiter.api.Test;

/** This module alone sees all services, so it guards that none of them sees another. */
class ServicesApartTest {
  @Test
  void noServiceUsesAnother() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(
                "io.matinee.trainer",
                "io.matinee.serving",
                "io.matinee.similarity",
                "io.matinee.metrics",
                "io.matinee.cli");

    EvaluationResult result =
        slices()
            .matching("io.matinee.(trainer|serving|similarity|metrics|cli)..")
            .should()
            .notDependOnEachOther()
            .evaluate(classes);

    assertThat(classes.containPackage("io.matinee.metrics")).isTrue();
    assertThat(result.getFailureReport().getDetails()).isEmpty();
  }
}
