package io.matinee.similarity;

import io.matinee.runtime.testing.SettingsContract;

class SettingsTest extends SettingsContract {}
