package io.matinee.trainer;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.sql.DriverManager;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBDriver;

/** Who may call whom. */
@AnalyzeClasses(
    packages = "io.matinee.trainer",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule ROOMS_DO_NOT_CALL_BACK_UP =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("whole")
          .definedBy("io.matinee.trainer")
          .layer("api")
          .definedBy("io.matinee.trainer.api..")
          .layer("training")
          .definedBy("io.matinee.trainer.training..")
          .layer("execution")
          .definedBy("io.matinee.trainer.execution..")
          .layer("dataset")
          .definedBy("io.matinee.trainer.dataset..")
          .layer("ratings")
          .definedBy("io.matinee.trainer.ratings..")
          .layer("registry")
          .definedBy("io.matinee.trainer.registry..")
          .layer("operation")
          .definedBy("io.matinee.trainer.operation..")
          .whereLayer("whole")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("api")
          .mayOnlyBeAccessedByLayers("whole")
          .whereLayer("training")
          .mayOnlyBeAccessedByLayers("whole", "api")
          .whereLayer("execution")
          .mayOnlyBeAccessedByLayers("whole", "training")
          .whereLayer("ratings")
          .mayOnlyBeAccessedByLayers("whole", "api")
          .whereLayer("dataset")
          .mayOnlyBeAccessedByLayers("whole", "api", "training")
          .whereLayer("registry")
          .mayOnlyBeAccessedByLayers("whole", "api", "training")
          .whereLayer("operation")
          .mayOnlyBeAccessedByLayers("whole", "api", "training", "dataset");

  @ArchTest
  static final ArchRule ROOMS_OF_DATASET_HAVE_NO_CYCLES =
      slices().matching("io.matinee.trainer.dataset.(*)..").should().beFreeOfCycles();

  /** Who fills a table is handed an appender. */
  @ArchTest
  static final ArchRule ONLY_THE_QUERY_ENGINE_OPENS_DUCKDB =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.matinee.trainer.query")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("org.duckdb..")
                  .and(not(belongToAnyOf(DuckDBAppender.class, DuckDBDriver.class))))
          .orShould()
          .callMethod(DuckDBDriver.class, "connect", String.class, Properties.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(DriverManager.class);

  @ArchTest
  static final ArchRule MESSAGES_STAY_AT_THE_EDGE =
      noClasses()
          .that(
              resideInAnyPackage("io.matinee.trainer..")
                  .and(not(resideInAnyPackage("io.matinee.trainer.api.."))))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "io.matinee.proto..", "com.google.protobuf..", "com.google.longrunning.."));

  @ArchTest
  static final ArchRule ONLY_THE_WORKER_KNOWS_TENSORFLOW =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.matinee.trainer.algorithm.tensorflow..", "io.matinee.trainer.worker..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("org.tensorflow..", "ai.djl.."));

  @ArchTest
  static final ArchRule SERVICES_DO_NOT_KNOW_ONE_ANOTHER =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "io.matinee.serving..", "io.matinee.similarity..", "io.matinee.metrics.."));
}
