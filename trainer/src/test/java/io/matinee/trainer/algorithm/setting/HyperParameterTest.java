package io.matinee.trainer.algorithm.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of hyper-parameter: what it takes as text and as a typed value, and what it refuses.
 */
class HyperParameterTest {

  private static final Whole WHOLE = Whole.of("dimensions", "", 64).from(1).to(1024);
  private static final Whole ANY_WHOLE = Whole.of("shift", "", 0);
  private static final Real REAL = Real.of("rate", "", .1).from(1e-6).to(1).onLogScale();
  private static final Real FROM = Real.of("damping", "", 15).from(0);
  private static final Choice<Loss> CHOICE = Choice.of("loss", "", Loss.SQUARED);
  private static final Flag FLAG = Flag.of("normalise", "", true);
  private static final WholeList LIST =
      WholeList.of("layers", "", List.of(64, 32), 3).from(1).to(512);

  @Test
  void settingsGiveEveryKindByItsConstant() {
    Settings settings =
        new Settings(
            Map.of(
                "dimensions", "8",
                "rate", "0.001",
                "loss", "mean-absolute",
                "normalise", "false",
                "layers", "3,2"));

    int dimensions = settings.get(WHOLE);
    double rate = settings.get(REAL);
    boolean normalise = settings.get(FLAG);
    assertThat(dimensions).isEqualTo(8);
    assertThat(rate).isEqualTo(.001);
    assertThat(normalise).isFalse();
    assertThat(settings.get(CHOICE)).isEqualTo(Loss.MEAN_ABSOLUTE);
    assertThat(settings.get(LIST)).containsExactly(3, 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings.get(FROM))
        .withMessageContaining("damping");
  }

  @Test
  void takesTextAndTypedValuesAlike() {
    assertThat(WHOLE.read(text("8"))).contains(8);
    assertThat(WHOLE.read(number(8))).contains(8);
    assertThat(REAL.read(text("1e-3"))).contains(.001);
    assertThat(REAL.read(number(.001))).contains(.001);
    assertThat(CHOICE.read(text("squared"))).contains(Loss.SQUARED);
    assertThat(FLAG.read(text("false"))).contains(false);
    assertThat(FLAG.read(new GivenValue.Truth(false))).contains(false);
    assertThat(LIST.read(text("8, 4"))).contains(List.of(8, 4));
    assertThat(LIST.read(text(""))).contains(List.of());
    assertThat(LIST.read(new GivenValue.Items(List.of(number(8), text("4")))))
        .contains(List.of(8, 4));
  }

  static Stream<HyperParameter<?>> everyKind() {
    return Stream.of(WHOLE, ANY_WHOLE, REAL, FROM, CHOICE, FLAG, LIST);
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  <T> void theTextOfADefaultIsReadAsTheDefault(HyperParameter<T> parameter) {
    assertThat(parameter.read(text(parameter.defaultText()))).contains(parameter.defaultValue());
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void refusesWhatIsOfNoSuchKind(HyperParameter<?> parameter) {
    Stream.of(text("much"), text("NaN"), number(Double.NaN), number(Double.POSITIVE_INFINITY))
        .forEach(given -> assertThat(parameter.read(given)).isEmpty());
  }

  @Test
  void boundsAreAllowedAndWhatLiesBeyondIsNot() {
    assertThat(WHOLE.read(text("1"))).contains(1);
    assertThat(WHOLE.read(text("1024"))).contains(1024);
    assertThat(WHOLE.read(text("0"))).isEmpty();
    assertThat(WHOLE.read(number(1025))).isEmpty();
    assertThat(REAL.read(number(0))).isEmpty();
    assertThat(LIST.read(text("1,513"))).isEmpty();
    assertThat(LIST.read(text("1,1,1,1"))).isEmpty();
  }

  @Test
  void aWordIsNothingButAWord() {
    assertThat(CHOICE.read(word("squared"))).contains(Loss.SQUARED);
    assertThat(WHOLE.read(word("8"))).isEmpty();
    assertThat(REAL.read(word(".1"))).isEmpty();
    assertThat(FLAG.read(word("true"))).isEmpty();
    assertThat(LIST.read(word("8,4"))).isEmpty();
  }

  @Test
  void anAbsentBoundBoundsNothing() {
    assertThat(FROM.read(number(1e300))).contains(1e300);
    assertThat(FROM.read(number(-1))).isEmpty();
    assertThat(ANY_WHOLE.read(number(Integer.MIN_VALUE))).contains(Integer.MIN_VALUE);
    assertThat(ANY_WHOLE.read(text("2147483648"))).isEmpty();
    assertThat(ANY_WHOLE.read(number(1e100))).isEmpty();
  }

  @Test
  void aFractionIsNoWholeNumber() {
    assertThat(WHOLE.read(text("8.5"))).isEmpty();
    assertThat(WHOLE.read(number(8.5))).isEmpty();
    assertThat(WHOLE.read(new GivenValue.Truth(true))).isEmpty();
    assertThat(FLAG.read(number(1))).isEmpty();
  }

  @Test
  void saysWhatIsAllowed() {
    assertRefusal(WHOLE, text("0"), "dimensions is \"0\"; give a whole number from 1 to 1024");
    assertRefusal(ANY_WHOLE, number(.5), "shift is 0.5; give a whole number");
    assertRefusal(REAL, number(2), "rate is 2; give a number from 1.0E-6 to 1");
    assertRefusal(FROM, text("-1"), "damping is \"-1\"; give a number from 0");
    assertRefusal(CHOICE, text("cubed"), "loss is \"cubed\"; give one of squared, mean-absolute");
    assertRefusal(FLAG, text("yes"), "normalise is \"yes\"; give true or false");
    assertRefusal(
        LIST,
        new GivenValue.Items(List.of(number(0))),
        "layers is a list of 1; give a list of at most 3 whole numbers from 1 to 512");
    assertRefusal(
        WHOLE, word("16"), "dimensions is the text \"16\"; give a whole number from 1 to 1024");
    assertRefusal(
        FLAG, new GivenValue.Odd("no value"), "normalise is no value; give true or false");
  }

  @Test
  void aDescriptorThatContradictsItselfIsNotMade() {
    assertThatIllegalArgumentException().isThrownBy(() -> WHOLE.from(65));
    assertThatIllegalArgumentException().isThrownBy(() -> FROM.to(1));
    assertThatIllegalArgumentException().isThrownBy(FROM::onLogScale);
    assertThatIllegalArgumentException().isThrownBy(() -> LIST.to(40));
  }

  @Test
  void guessesTheKeyThatIsNear() {
    List<String> known = List.of("dimensions", "regularisation", "alpha");
    assertThat(NearestKey.of("dimension", known)).contains("dimensions");
    assertThat(NearestKey.of("regularization", known)).contains("regularisation");
    assertThat(NearestKey.of("colour", known)).isEmpty();
    assertThat(NearestKey.of("dimensions".repeat(20), known)).isEmpty();
  }

  private static void assertRefusal(HyperParameter<?> parameter, GivenValue given, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parameter.require(given))
        .withMessage(message);
  }

  private static GivenValue text(String text) {
    return new GivenValue.Text(text);
  }

  private static GivenValue word(String text) {
    return new GivenValue.Word(text);
  }

  private static GivenValue number(double number) {
    return new GivenValue.Number(number);
  }

  private enum Loss {
    SQUARED,
    MEAN_ABSOLUTE
  }
}
