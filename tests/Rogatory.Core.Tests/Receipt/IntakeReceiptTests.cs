using System.Text.Json.Nodes;
using Rogatory.Core.Case;
using Rogatory.Core.Receipt;

namespace Rogatory.Core.Tests.Receipt;

public sealed class IntakeReceiptTests
{
    private static readonly string Digest = new('a', 64);

    private static readonly IntakeReceipt Receipt = new(
        CaseId.Parse("7K3Q-F2M9-X4TD"),
        new string('1', 64),
        [new ReceiptItem(ItemId.Request, new string('2', 64)), new ReceiptItem(ItemId.Parse("statement"), new string('3', 64))],
        new ReceiptLedger(12, new string('4', 64)),
        new ReceiptCheckpoint(7, new string('5', 64)),
        new DateTimeOffset(2026, 11, 22, 10, 0, 0, 123, TimeSpan.FromHours(1)));

    [Fact]
    public void The_payload_has_the_members_of_the_format() => Assert.Equal(
        $$$"""{"case":"7K3Q-F2M9-X4TD","request":"{{{new string('1', 64)}}}","items":[{"id":"request","sealedRoot":"{{{new string('2', 64)}}}"},{"id":"statement","sealedRoot":"{{{new string('3', 64)}}}"}],"ledger":{"size":12,"root":"{{{new string('4', 64)}}}"},"checkpoint":{"number":7,"root":"{{{new string('5', 64)}}}"},"at":"2026-11-22T09:00:00.123Z"}""",
        Receipt.ToJson().ToJsonString());

    [Fact]
    public async Task A_signed_receipt_is_read_back_the_same_with_and_without_a_checkpoint()
    {
        using var signer = new TestSigner();
        foreach (var receipt in new[] { Receipt, Receipt with { Checkpoint = null } })
        {
            var statement = await Statement.SignAsync(IntakeReceipt.Type, receipt.ToJson(), signer, default);
            var read = IntakeReceipt.FromJson(Statement.Verify(statement, IntakeReceipt.Type, [signer.Published]));
            Assert.Equal(receipt.Items, read.Items);
            Assert.Equal(receipt with { Items = read.Items, At = read.At }, read);
            Assert.Equal(receipt.At.UtcDateTime, read.At.UtcDateTime);
        }
    }

    [Theory]
    [InlineData("case", null)]
    [InlineData("case", "\"7k3q-f2m9-x4td\"")]
    [InlineData("request", null)]
    [InlineData("request", "\"AA\"")]
    [InlineData("items", null)]
    [InlineData("items", "[]")]
    [InlineData("items", "{}")]
    [InlineData("items", "[1]")]
    [InlineData("items", "[{\"id\":\"a\"}]")]
    [InlineData("items", "[{\"id\":\"A\",\"sealedRoot\":\"*\"}]")]
    [InlineData("items", "[{\"id\":\"a\",\"sealedRoot\":\"*\",\"more\":1}]")]
    [InlineData("items", "[{\"id\":\"a\",\"sealedRoot\":\"*\"},{\"id\":\"a\",\"sealedRoot\":\"*\"}]")]
    [InlineData("items", "[{\"id\":\"a\",\"sealedRoot\":\"*0\"}]")]
    [InlineData("ledger", null)]
    [InlineData("ledger", "1")]
    [InlineData("ledger", "{\"size\":-1,\"root\":\"*\"}")]
    [InlineData("ledger", "{\"size\":1.5,\"root\":\"*\"}")]
    [InlineData("ledger", "{\"size\":1}")]
    [InlineData("ledger", "{\"size\":1,\"root\":\"*\",\"more\":1}")]
    [InlineData("checkpoint", null)]
    [InlineData("checkpoint", "{}")]
    [InlineData("checkpoint", "{\"number\":\"1\",\"root\":\"*\"}")]
    [InlineData("at", null)]
    [InlineData("at", "\"2026-11-22\"")]
    [InlineData("more", "1")]
    public void A_payload_of_another_form_is_refused(string member, string? json)
    {
        var payload = Receipt.ToJson();
        payload.Remove(member);
        if (json is not null) payload[member] = JsonNode.Parse(json.Replace("*", Digest));
        var read = JsonNode.Parse(payload.ToJsonString())!.AsObject();
        Assert.Equal("payload", Assert.Throws<InvalidStatementException>(() => IntakeReceipt.FromJson(read)).Reason);
    }
}
