/** The contracts as files: protos with their imports, and a descriptor set. */
@NullMarked
package io.matinee.cli.contract;

import org.jspecify.annotations.NullMarked;
