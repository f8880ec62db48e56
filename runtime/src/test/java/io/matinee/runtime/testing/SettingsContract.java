package io.matinee.runtime.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.matinee.runtime.configuration.Within;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappingInterface.Property;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds of every setting of a service: it stands in {@code docs/operations.md} with the
 * default that holds and a meaning, and a number or duration that makes no sense is refused. A
 * service's test extends this and adds nothing.
 */
public abstract class SettingsContract {
  private static final int DRAWN = 20;
  private static final String[] SOURCES = {
    "META-INF/microprofile-config.properties", "application.properties"
  };

  private static final Map<String, String> PACKAGED = packagedSettings();
  private static final String SERVICE =
      Objects.requireNonNull(PACKAGED.get("quarkus.application.name"));

  /** Those of the service and of what it has in common with the others. */
  private static final List<? extends Class<?>> MAPPINGS =
      new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests()))
          .importPackages("io.matinee.runtime", "io.matinee." + SERVICE).stream()
              .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
              .map(JavaClass::reflect)
              .toList();

  /** A setting by its full name, and the method that returns it. */
  private record Setting(String name, Method method) {
    boolean isDuration() {
      return method.getReturnType() == Duration.class;
    }

    boolean isSize() {
      return method.getGenericReturnType().getTypeName().contains(MemorySize.class.getName());
    }

    boolean isNumber() {
      return method.getReturnType() == int.class || method.getReturnType() == long.class;
    }

    long least() {
      return Optional.ofNullable(method.getAnnotation(Within.class)).map(Within::least).orElse(1L);
    }

    /** Values that are converted, but make no sense. */
    Stream<String> senseless(Random random) {
      if (isDuration()) {
        return Stream.concat(
            Stream.of("0s", "PT-0.000000001S", "PT0.0009S", "36501d"),
            random.longs(DRAWN, -1_000_000, 0).mapToObj(seconds -> "PT" + seconds + "S"));
      }
      Stream<String> few = Stream.of("0", Long.toString(least() - 1));
      return isNumber()
          ? Stream.concat(few, random.ints(DRAWN, Integer.MIN_VALUE, 0).mapToObj(Integer::toString))
          : few;
    }

    String sensible(Random random) {
      return isDuration() ? "30s" : Long.toString(least() + random.nextInt(100));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void isDocumentedWithTheDefaultThatHoldsAndWhatItMeans(Setting setting) throws IOException {
    SettingsTable.Row row =
        SettingsTable.read().stream()
            .filter(one -> one.name().equals(setting.name()))
            .findFirst()
            .orElseThrow(() -> new AssertionError("docs/operations.md lacks " + setting.name()));
    SmallRyeConfig packaged = configuration(Map.of());

    assertThat(row.standardOf(SERVICE))
        .isEqualTo(Optional.ofNullable(packaged.getConfigValue(setting.name()).getValue()));
    assertThat(row.meaning()).isNotBlank();
  }

  @Test
  void noOtherSettingIsDocumented() throws IOException {
    List<String> names = settings().map(Setting::name).toList();
    List<String> prefixes =
        MAPPINGS.stream().map(mapping -> ConfigClass.configClass(mapping).getPrefix()).toList();

    assertThat(
            SettingsTable.read().stream()
                .filter(row -> prefixes.contains(row.prefix()))
                .map(SettingsTable.Row::name))
        .isSubsetOf(names);
    assertThat(names).contains("matinee.call.at-work");
  }

  @ParameterizedTest
  @MethodSource("measures")
  void isRefusedWithItsNameAndTheFixWhenItMakesNoSense(Setting setting) {
    String fix =
        "; set " + setting.name().toUpperCase(Locale.ROOT).replaceAll("[.-]", "_") + " to that";
    setting
        .senseless(new Random(1))
        .forEach(
            value ->
                assertThatThrownBy(() -> configuration(Map.of(setting.name(), value)))
                    .as(value)
                    .isInstanceOf(ConfigValidationException.class)
                    .hasMessageContainingAll(setting.name() + " is ", "must be at least ", fix));
  }

  @ParameterizedTest
  @MethodSource("measures")
  void isTakenWhenItMakesSense(Setting setting) {
    assertThatCode(() -> configuration(Map.of(setting.name(), setting.sensible(new Random(1)))))
        .doesNotThrowAnyException();
  }

  /** A list is told as the setting that holds all of it, with commas between. */
  private static Setting setting(Map.Entry<String, Property> property) {
    return new Setting(property.getKey().replace("[*]", ""), property.getValue().getMethod());
  }

  static Stream<Setting> measures() {
    return settings()
        .filter(setting -> setting.isNumber() || setting.isDuration() || setting.isSize());
  }

  static Stream<Setting> settings() {
    return MAPPINGS.stream()
        .flatMap(
            mapping ->
                ConfigMappings.getProperties(ConfigClass.configClass(mapping)).entrySet().stream())
        .map(SettingsContract::setting)
        .distinct();
  }

  /** What is packaged with the service, and the given values over it; no environment. */
  private static SmallRyeConfig configuration(Map<String, String> given) {
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .addDiscoveredConverters()
            .addDiscoveredCustomizers()
            .withDefaultValue("user.home", System.getProperty("user.home"))
            .withSources(new PropertiesConfigSource(PACKAGED, "packaged", 100))
            .withSources(new PropertiesConfigSource(given, "given", 300));
    MAPPINGS.forEach(builder::withMapping);
    return builder.build();
  }

  private static Map<String, String> packagedSettings() {
    Map<String, String> settings = new TreeMap<>();
    Arrays.stream(SOURCES)
        .flatMap(SettingsContract::resources)
        .forEach(resource -> settings.putAll(read(resource)));
    return settings;
  }

  private static Stream<URL> resources(String name) {
    try {
      return Collections.list(Thread.currentThread().getContextClassLoader().getResources(name))
          .stream()
          .filter(resource -> !resource.getPath().contains("/test-classes/"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Map<String, String> read(URL resource) {
    try {
      return new PropertiesConfigSource(resource).getProperties();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
