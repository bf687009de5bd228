using Rogatory.Core.Case;
using Rogatory.Envelope;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>That an item of a manifest is an extract, and what proves it.</summary>
/// <param name="Source">The item that it is of.</param>
/// <param name="Proof">The item of the same manifest that holds the proof; null where no block of the extract is proven.</param>
/// <param name="Blocks">The recorded blocks of the source, against which the proof is checked; null with <paramref name="Proof"/>.</param>
public sealed record ManifestExtract(ItemId Source, ItemId? Proof, BlockCommitment? Blocks);
