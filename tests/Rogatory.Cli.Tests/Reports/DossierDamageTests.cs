using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Cli.Reports;

namespace Rogatory.Cli.Tests.Reports;

/// <summary>Whatever is damaged in a dossier's file, its script ends with a sentence.</summary>
public sealed class DossierDamageTests : IAsyncLifetime
{
    /// <summary>Runs the script in one process on many files, each with one bit of the original changed.</summary>
    private const string EveryByte = """
        import * as crypto from 'node:crypto';
        import { readFileSync } from 'node:fs';
        const [script, path, step] = process.argv.slice(2);
        const run = new Function('createHash', 'createPublicKey', 'verify', 'readFileSync', 'process', 'console', readFileSync(script, 'utf8').replace(/^import .*$/gm, ''));
        const original = readFileSync(path);
        const proven = (bytes) => { const { ledger, checkpoint, certificates, case: of } = JSON.parse(bytes); return JSON.stringify([ledger, checkpoint, certificates, of]); };
        let tried = 0;
        for (let at = 0; at < original.length; at += Number(step), tried++) {
          const damaged = Buffer.from(original);
          damaged[at] ^= 1 << (at % 8);
          const [said, process] = [[], { argv: ['', '', path], exit: (code) => { throw new Error(`exit ${code}`); } }];
          try {
            run(crypto.createHash, crypto.createPublicKey, crypto.verify, () => damaged.toString('utf8'), process, { log: (text) => said.push(text) });
          } catch (error) {
            said.push(`${error}`);
          }
          const isSaid = process.exitCode === 1 && /^DOES NOT HOLD: [^\n]+\.$/.test(said.at(-1));
          if (!isSaid && !(process.exitCode === 0 && said.at(-1).startsWith('HOLDS: ') && proven(damaged) === proven(original))) console.log(`${at}: ${process.exitCode}, ${said.at(-1)}`);
        }
        console.log(`${tried} tried`);
        """;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly Folder _folder = new();
    private SampleDossier _sample = null!;

    public async Task InitializeAsync()
    {
        _sample = await SampleDossier.StartAsync();
        _folder.Write("check.mjs", ResourceText.Read("check.mjs"));
    }

    [Fact]
    public async Task The_script_says_what_does_not_hold_whichever_byte_of_the_file_was_damaged()
    {
        const int Step = 5;
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(_sample.Make().ToJson(), Indented);
        (_, string output, string error) = await NodeAsync(_folder.Write("every-byte.mjs", EveryByte), _folder["check.mjs"], _folder.Write("dossier.json", json), $"{Step}");
        Assert.True(output.TrimEnd() == $"{(json.Length + Step - 1) / Step} tried", output);
        Assert.Equal("", error);
    }

    [Theory]
    [InlineData("", "the file can't be read")]
    [InlineData("null", "the file can't be read")]
    [InlineData("""{"ledger":{"lines":"none"}}""", "the file can't be read")]
    [InlineData("""{"case":"c","ledger":{"lines":[]}}""", "the lines have another root.")]
    [InlineData("""{"case":"c","ledger":{"lines":["{}","{"]}}""", "line 1 does not follow the one above it.")]
    [InlineData("""{"case":"c","ledger":{"lines":["{"]}}""", "line 1 can't be read")]
    public async Task What_is_no_dossier_does_not_hold_either(string json, string why)
    {
        (int status, string output, string error) = await NodeAsync(_folder["check.mjs"], _folder.Write("dossier.json", json));
        Assert.Equal((1, ""), (status, error));
        Assert.StartsWith($"DOES NOT HOLD: {why}", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("checkpoint", "the file does not say whether a checkpoint covers the case.")]
    [InlineData("certificates", "the list of certificates can't be read")]
    [InlineData("authority", "the checkpoint, or the key that signed it, can't be read")]
    public async Task A_part_that_is_gone_is_not_taken_for_one_that_there_never_was(string part, string why)
    {
        JsonObject dossier = _sample.Make().ToJson();
        dossier.Remove(part);
        (int status, string output, string error) = await NodeAsync(_folder["check.mjs"], _folder.Write("dossier.json", dossier.ToJsonString()));
        Assert.Equal((1, ""), (status, error));
        Assert.Contains($"DOES NOT HOLD: {why}", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_said_not_to_be_read()
    {
        (int status, string output, string error) = await NodeAsync(_folder["check.mjs"], _folder["dossier.json"]);
        Assert.Equal((1, ""), (status, error));
        Assert.StartsWith("DOES NOT HOLD: the file can't be read (ENOENT", output, StringComparison.Ordinal);
    }

    public Task DisposeAsync()
    {
        _sample.Dispose();
        _folder.Dispose();
        return Task.CompletedTask;
    }

    private static async Task<(int Status, string Output, string Error)> NodeAsync(params string[] arguments)
    {
        using Process node = Process.Start(new ProcessStartInfo("node", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        (Task<string> output, Task<string> error) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        return (node.ExitCode, await output, await error);
    }
}
