using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Rogatory.Api;

namespace Rogatory.Functions.Tests;

/// <summary>Every call of the Api has its trigger, with the same method, path and name; and no trigger is for anything else.</summary>
public sealed class ParityTests
{
    private sealed record Call(string Method, string Path, string Name);

    [Fact]
    public void The_triggers_are_the_calls_of_the_Api() => Assert.Equal(Table(), Triggers(FunctionSources.Committed));

    [Fact]
    public void The_OpenAPI_document_describes_the_same_calls() => Assert.Equal(Table(), Document());

    [Fact]
    public void A_trigger_is_named_for_the_handler_that_it_calls()
    {
        CSharpCompilation compilation = FunctionSources.Committed.Compilation;
        foreach ((MethodDeclarationSyntax method, AttributeSyntax _) in HttpMethods(FunctionSources.Committed))
        {
            SemanticModel model = compilation.GetSemanticModel(method.SyntaxTree);
            InvocationExpressionSyntax call = Assert.Single(method.DescendantNodes().OfType<InvocationExpressionSyntax>(), one => one.Expression is MemberAccessExpressionSyntax);
            Assert.Equal(NameOf(method), model.GetSymbolInfo(call).Symbol!.ContainingType.Name);
        }
    }

    [Fact]
    public void The_host_leaves_authentication_to_the_Api() =>
        Assert.All(HttpMethods(FunctionSources.Committed), one => Assert.Equal("AuthorizationLevel.Anonymous", one.Trigger.ArgumentList!.Arguments[0].ToString()));

    [Theory]
    [InlineData("v1/requests/{case}/receipt", "v1/requests/{case}/receipts")]
    [InlineData("\"post\"", "\"put\"")]
    [InlineData("nameof(GetRequest))", "\"GetTheRequest\")")]
    public void A_changed_route_method_or_name_is_seen(string text, string other) =>
        Assert.NotEqual(Table(), Triggers(FunctionSources.Committed.With("Intake/IntakeCalls.cs", text, other)));

    private static Call[] Triggers(FunctionSources sources) =>
        Sorted(HttpMethods(sources).Select(one =>
        {
            AttributeArgumentSyntax[] arguments = [.. one.Trigger.ArgumentList!.Arguments];
            string route = Assert.Single(arguments, argument => argument.NameEquals?.Name.Identifier.ValueText == "Route").Expression.ToString().Trim('"');
            string method = Assert.Single(arguments.Skip(1), argument => argument.NameEquals is null).Expression.ToString().Trim('"');
            return new Call(method.ToUpperInvariant(), $"/{HostFile.RoutePrefix}/{route}", NameOf(one.Method));
        }));

    private static Call[] Table()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddRogatory();
        WebApplication app = builder.Build();
        app.MapRogatory();
        return Sorted(((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).Cast<RouteEndpoint>().SelectMany(endpoint =>
            endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods.Select(method =>
                new Call(method, endpoint.RoutePattern.RawText!, endpoint.Metadata.GetRequiredMetadata<IEndpointNameMetadata>().EndpointName))));
    }

    private static Call[] Document()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(FunctionSources.Root, "functions", "Rogatory.Api", "openapi.json")));
        return Sorted(document.RootElement.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(method =>
            new Call(method.Name.ToUpperInvariant(), path.Name, method.Value.GetProperty("operationId").GetString()!))));
    }

    private static Call[] Sorted(IEnumerable<Call> calls)
    {
        Call[] sorted = [.. calls.OrderBy(one => one.Path, StringComparer.Ordinal).ThenBy(one => one.Method, StringComparer.Ordinal)];
        Assert.NotEmpty(sorted);
        return sorted;
    }

    private static IEnumerable<(MethodDeclarationSyntax Method, AttributeSyntax Trigger)> HttpMethods(FunctionSources sources) =>
        from tree in sources.Compilation.SyntaxTrees
        from method in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
        from attribute in method.ParameterList.Parameters.SelectMany(parameter => parameter.AttributeLists).SelectMany(list => list.Attributes)
        where attribute.Name.ToString() == "HttpTrigger"
        select (method, attribute);

    private static string NameOf(MethodDeclarationSyntax method)
    {
        AttributeSyntax function = Assert.Single(method.AttributeLists.SelectMany(list => list.Attributes), attribute => attribute.Name.ToString() == "Function");
        return function.ArgumentList!.Arguments.Single().Expression switch
        {
            // The value of nameof is not known to the compiler where the attribute is not.
            InvocationExpressionSyntax { ArgumentList.Arguments: [var argument] } => argument.ToString(),
            ExpressionSyntax text => text.ToString().Trim('"'),
        };
    }
}
