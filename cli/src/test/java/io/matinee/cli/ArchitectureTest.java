package io.matinee.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.matinee.cli", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule ROOMS_FORM_NO_CIRCLE =
      slices().matching("io.matinee.cli.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule OF_THE_MODEL_ONLY_FILES_AND_DIGESTS =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.matinee.model..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "io.matinee.model.source..", "io.matinee.model.digest.."))));

  @ArchTest
  static final ArchRule CALLS_GO_DOWN =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("main")
          .definedBy("io.matinee.cli")
          .layer("command")
          .definedBy("..cli.command")
          .layer("demo")
          .definedBy("..cli.demo")
          .layer("suite")
          .definedBy("..cli.suite")
          .whereLayer("command")
          .mayOnlyBeAccessedByLayers("main")
          .whereLayer("demo")
          .mayOnlyBeAccessedByLayers("command");
}
