package io.matinee.trainer;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.matinee.trainer.store.Database;
import java.sql.DriverManager;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBDriver;

/** Who may call whom. */
@AnalyzeClasses(
    packages = "io.matinee.trainer",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "io.matinee.trainer";

  /** What each room may touch of the trainer beside itself; the root touches all. */
  private static final Map<String, Set<String>> ROOMS =
      Map.ofEntries(
          entry(
              "api",
              Set.of(
                  "training",
                  "dataset",
                  "ratings",
                  "registry",
                  "operation",
                  "algorithm",
                  "exchange",
                  "name",
                  "store")),
          entry(
              "training",
              Set.of(
                  "execution",
                  "exchange",
                  "worker",
                  "dataset",
                  "registry",
                  "operation",
                  "algorithm",
                  "name",
                  "store")),
          entry("execution", Set.of("worker", "store")),
          entry("worker", Set.of("algorithm", "exchange", "query", "store")),
          entry("algorithm", Set.of()),
          entry("exchange", Set.of("query", "store")),
          entry("dataset", Set.of("operation", "query", "name", "store")),
          entry("ratings", Set.of("name", "store")),
          entry("registry", Set.of("operation", "name", "store")),
          entry("operation", Set.of("name", "store")),
          entry("query", Set.of("store")),
          entry("name", Set.of()),
          entry("store", Set.of()));

  @ArchTest
  static void everyRoomIsNamed(JavaClasses trainer) {
    assertThat(
            trainer.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT + "."))
                .map(name -> name.substring(ROOT.length() + 1).split("\\.")[0]))
        .containsOnlyElementsOf(ROOMS.keySet());
  }

  @ArchTest
  static void roomsTouchWhatTheyMayAlone(JavaClasses trainer) {
    ROOMS.forEach(
        (room, others) ->
            classes()
                .that(resideInAPackage(packages(room)))
                .should()
                .onlyDependOnClassesThat(
                    resideOutsideOfPackage(ROOT + "..")
                        .or(resideInAPackage(packages(room)))
                        .or(
                            resideInAnyPackage(
                                others.stream()
                                    .map(ArchitectureTest::packages)
                                    .toArray(String[]::new))))
                .check(trainer));
  }

  private static String packages(String room) {
    return ROOT + "." + room + "..";
  }

  /** An algorithm is a function of ratings, settings and a seed. */
  @ArchTest
  static final ArchRule ALGORITHMS_KNOW_MODELS_ALONE =
      classes()
          .that()
          .resideInAPackage("io.matinee.trainer.algorithm..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "jdk.incubator.vector..",
              "org.jspecify.annotations..",
              "io.matinee.trainer.algorithm..",
              "io.matinee.model..",
              "io.matinee.runtime.error..",
              "org.tensorflow..",
              "ai.djl..");

  /** A worker has a process of its own: neither a server nor the trainer's database is in it. */
  @ArchTest
  static final ArchRule WORKERS_SERVE_NOTHING_AND_KEEP_NOTHING =
      noClasses()
          .that()
          .resideInAnyPackage("io.matinee.trainer.worker..", "io.matinee.trainer.query..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "io.quarkus..", "io.grpc..", "jakarta..", "org.jdbi..", "org.sqlite..")
                  .or(belongToAnyOf(Database.class)));

  /** What is kept in tables is read and written through the store's database. */
  @ArchTest
  static final ArchRule ONLY_THE_STORE_KNOWS_WHICH_DATABASE_IT_IS =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.matinee.trainer.store..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("org.sqlite..", "org.flywaydb.."));

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
