package io.matinee.serving;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.matinee.serving",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule PROTO_TYPES_STAY_IN_THE_API =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.matinee.serving.api..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.matinee.proto..", "com.google.protobuf..", "io.grpc..");

  @ArchTest
  static final ArchRule REQUESTS_WALK_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("api")
          .definedBy("io.matinee.serving.api..")
          .layer("recommend")
          .definedBy("io.matinee.serving.recommend..")
          .layer("catalogue")
          .definedBy("io.matinee.serving.catalogue..")
          .layer("embedding")
          .definedBy("io.matinee.serving.embedding..")
          .whereLayer("api")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("recommend")
          .mayOnlyBeAccessedByLayers("api")
          .whereLayer("embedding")
          .mayOnlyBeAccessedByLayers("api")
          .whereLayer("catalogue")
          .mayOnlyBeAccessedByLayers("api", "recommend");

  @ArchTest
  static final ArchRule LUCENE_STAYS_WITH_THE_TITLES =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.matinee.serving.catalogue..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.lucene..");

  @ArchTest
  static final ArchRule ROOMS_DO_NOT_TURN_IN_CIRCLES =
      slices().matching("io.matinee.serving.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule SERVICES_DO_NOT_IMPORT_ONE_ANOTHER =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.matinee.trainer..", "io.matinee.similarity..", "io.matinee.metrics..");
}
