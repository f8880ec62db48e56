/** The contracts as files: protos with their imports, a descriptor set, and service configs. */
@NullMarked
package io.matinee.cli.contract;

import org.jspecify.annotations.NullMarked;
