package io.matinee.metrics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.matinee.metrics", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  /** A request walks down from api; no room calls back up. */
  @ArchTest
  static final ArchRule ROOMS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("wiring")
          .definedBy("io.matinee.metrics")
          .layer("api")
          .definedBy("io.matinee.metrics.api")
          .layer("operation")
          .definedBy("io.matinee.metrics.operation")
          .layer("keeping")
          .definedBy("io.matinee.metrics.store", "io.matinee.metrics.telemetry")
          .layer("evaluation")
          .definedBy("io.matinee.metrics.evaluation")
          .layer("protocol")
          .definedBy("io.matinee.metrics.protocol")
          .whereLayer("wiring")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("api")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("operation")
          .mayOnlyBeAccessedByLayers("wiring", "api")
          .whereLayer("keeping")
          .mayOnlyBeAccessedByLayers("wiring", "api", "operation")
          .whereLayer("evaluation")
          .mayOnlyBeAccessedByLayers("wiring", "api", "operation", "keeping");

  @ArchTest
  static final ArchRule PROTO_TYPES_STAY_IN_API =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.matinee.metrics.api")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.matinee.proto..", "com.google.longrunning..", "io.grpc..");

  @ArchTest
  static final ArchRule NO_OTHER_SERVICE_IS_IMPORTED =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.matinee.trainer..", "io.matinee.serving..", "io.matinee.similarity..");

  @ArchTest
  static final ArchRule TIME_COMES_FROM_A_CLOCK =
      noClasses().should().callMethod(java.time.Instant.class, "now");
}
