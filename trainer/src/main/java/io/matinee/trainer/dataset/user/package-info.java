/** What files say of users: age, sex and occupation. */
@NullMarked
package io.matinee.trainer.dataset.user;

import org.jspecify.annotations.NullMarked;
