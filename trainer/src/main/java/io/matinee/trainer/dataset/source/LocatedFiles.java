package io.matinee.trainer.dataset.source;

/** What an import has found to read. */
public sealed interface LocatedFiles permits SourceFiles, CatalogueAlone {}
