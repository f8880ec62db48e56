package io.matinee.similarity;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.matinee.similarity", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "io.matinee.similarity.";

  @ArchTest
  static final ArchRule ROOMS_DO_NOT_CALL_BACK_UP =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("api")
          .definedBy(ROOT + "api..")
          .layer("telemetry")
          .definedBy(ROOT + "telemetry..")
          .layer("search")
          .definedBy(ROOT + "search..")
          .layer("content")
          .definedBy(ROOT + "content..")
          .layer("kept")
          .definedBy(ROOT + "kept..")
          .layer("recall")
          .definedBy(ROOT + "recall..")
          .layer("index")
          .definedBy(ROOT + "index..")
          .layer("exact")
          .definedBy(ROOT + "exact..")
          .layer("vectors")
          .definedBy(ROOT + "vectors..")
          .whereLayer("api")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("telemetry")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("search")
          .mayOnlyBeAccessedByLayers("api", "telemetry")
          .whereLayer("content")
          .mayOnlyBeAccessedByLayers("api", "search")
          .whereLayer("kept")
          .mayOnlyBeAccessedByLayers("search")
          .whereLayer("recall")
          .mayOnlyBeAccessedByLayers("search", "kept")
          .whereLayer("index")
          .mayOnlyBeAccessedByLayers("api", "search", "kept", "recall")
          .whereLayer("exact")
          .mayOnlyBeAccessedByLayers("search", "recall");

  @ArchTest
  static final ArchRule PROTO_TYPES_STAY_AT_THE_EDGE =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "api..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.matinee.proto..", "com.google.protobuf..", "io.grpc..");

  @ArchTest
  static final ArchRule LUCENE_STAYS_IN_THE_INDEX =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "index..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.lucene..");

  @ArchTest
  static final ArchRule OTHER_SERVICES_ARE_NOT_IMPORTED =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.matinee.serving..",
              "io.matinee.trainer..",
              "io.matinee.metrics..",
              "io.matinee.cli..");
}
