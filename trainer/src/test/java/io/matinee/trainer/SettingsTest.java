package io.matinee.trainer;

import io.matinee.runtime.testing.SettingsContract;

class SettingsTest extends SettingsContract {}
