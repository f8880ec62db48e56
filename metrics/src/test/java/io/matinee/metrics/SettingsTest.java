package io.matinee.metrics;

import io.matinee.runtime.testing.SettingsContract;

class SettingsTest extends SettingsContract {}
