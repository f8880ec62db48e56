package io.matinee.serving;

import io.matinee.runtime.testing.SettingsContract;

class SettingsTest extends SettingsContract {}
