namespace Rogatory.Api.Sealing;

public sealed record SealedItemView(string Item, string State);
