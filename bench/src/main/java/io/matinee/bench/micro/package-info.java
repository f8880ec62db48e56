/** What single steps of a call cost, measured by JMH. */
@org.jspecify.annotations.NullMarked
package io.matinee.bench.micro;
