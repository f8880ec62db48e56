package io.matinee.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the module may use, and which of its rooms may call which. */
@AnalyzeClasses(
    packagesOf = ArchitectureTest.class,
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule USES_THE_PLATFORM_AND_JACKSON_ALONE =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "jdk.incubator.vector..",
              "org.jspecify.annotations..",
              "com.fasterxml.jackson..",
              "io.matinee.model..");

  @ArchTest
  static final ArchRule JACKSON_STAYS_AT_THE_EDGE =
      noClasses()
          .that()
          .resideOutsideOfPackages("..model.snapshot..", "..model.split..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml..");

  @ArchTest
  static final ArchRule ROOMS_DO_NOT_CALL_BACK_UP =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("durable")
          .definedBy("..model.durable..")
          .layer("digest")
          .definedBy("..model.digest..")
          .layer("linear")
          .definedBy("..model.linear..")
          .layer("ratings")
          .definedBy("..model.ratings..")
          .layer("split")
          .definedBy("..model.split..")
          .layer("catalogue")
          .definedBy("..model.catalogue..")
          .layer("scoring")
          .definedBy("..model.scoring..")
          .layer("metric")
          .definedBy("..model.metric..")
          .layer("snapshot")
          .definedBy("..model.snapshot..")
          .layer("exchange")
          .definedBy("..model.exchange..")
          .whereLayer("durable")
          .mayOnlyBeAccessedByLayers("snapshot")
          .whereLayer("digest")
          .mayOnlyBeAccessedByLayers("split", "snapshot")
          .whereLayer("linear")
          .mayOnlyBeAccessedByLayers("scoring")
          .whereLayer("snapshot")
          .mayOnlyBeAccessedByLayers("exchange")
          .whereLayer("exchange")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("metric")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("scoring")
          .mayOnlyBeAccessedByLayers("snapshot", "exchange")
          .whereLayer("split")
          .mayOnlyBeAccessedByLayers("snapshot")
          .whereLayer("catalogue")
          .mayOnlyBeAccessedByLayers("scoring", "metric", "snapshot", "exchange");
}
