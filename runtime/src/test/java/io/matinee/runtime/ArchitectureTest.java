package io.matinee.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;

@AnalyzeClasses(
    packages = "io.matinee.runtime",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** Callers above callees. */
  @ArchTest
  static final ArchRule ROOMS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("rehearsal")
          .definedBy("io.matinee.runtime.rehearsal")
          .layer("health")
          .definedBy("io.matinee.runtime.health")
          .layer("inbound")
          .definedBy("io.matinee.runtime.inbound")
          .layer("operation.call")
          .definedBy("io.matinee.runtime.operation.call")
          .layer("operation")
          .definedBy("io.matinee.runtime.operation")
          .layer("call")
          .definedBy("io.matinee.runtime.call")
          .layer("validation")
          .definedBy("io.matinee.runtime.validation")
          .layer("server")
          .definedBy("io.matinee.runtime.server")
          .layer("telemetry")
          .definedBy("io.matinee.runtime.telemetry")
          .layer("following")
          .definedBy("io.matinee.runtime.following")
          .layer("paging")
          .definedBy("io.matinee.runtime.paging")
          .layer("liveness")
          .definedBy("io.matinee.runtime.liveness")
          .layer("logging")
          .definedBy("io.matinee.runtime.logging")
          .layer("api")
          .definedBy("io.matinee.runtime.api")
          .layer("error")
          .definedBy("io.matinee.runtime.error")
          .layer("time")
          .definedBy("io.matinee.runtime.time")
          .layer("digest")
          .definedBy("io.matinee.runtime.digest")
          .whereLayer("rehearsal")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("health")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("inbound")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("operation.call")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("operation")
          .mayOnlyBeAccessedByLayers("operation.call", "api")
          .whereLayer("call")
          .mayOnlyBeAccessedByLayers(
              "health", "rehearsal", "inbound", "operation", "operation.call")
          .whereLayer("validation")
          .mayOnlyBeAccessedByLayers("call", "inbound")
          .whereLayer("server")
          .mayOnlyBeAccessedByLayers("call", "inbound")
          .whereLayer("telemetry")
          .mayOnlyBeAccessedByLayers("call")
          .whereLayer("following")
          .mayOnlyBeAccessedByLayers("call", "health", "paging", "rehearsal", "telemetry")
          .whereLayer("liveness")
          .mayOnlyBeAccessedByLayers("call", "following")
          .whereLayer("logging")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("paging")
          .mayOnlyBeAccessedByLayers("operation.call")
          .whereLayer("api")
          .mayOnlyBeAccessedByLayers("following")
          .whereLayer("digest")
          .mayOnlyBeAccessedByLayers("paging")
          .whereLayer("time")
          .mayOnlyBeAccessedByLayers("call", "following", "error", "api");

  /** A bare scheduler swallows what its tasks throw. */
  @ArchTest
  static final ArchRule OWNED_THREADS =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.matinee.runtime.liveness")
          .should()
          .callConstructor(ScheduledThreadPoolExecutor.class, int.class)
          .orShould()
          .callConstructor(ScheduledThreadPoolExecutor.class, int.class, ThreadFactory.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Executors.class);

  /** The follower speaks with the registry; what services say alike is said in one room. */
  @ArchTest
  static final ArchRule CONTRACTS =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.matinee.runtime.following", "io.matinee.runtime.api")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.matinee.proto..");

  /** Time comes from an injected clock, where it is shown. */
  @ArchTest
  static final ArchRule CLOCK = noClasses().should().callMethod(java.time.Instant.class, "now");
}
