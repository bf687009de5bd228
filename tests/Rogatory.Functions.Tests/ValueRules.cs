using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Rogatory.Functions.Tests;

/// <summary>
/// The compiler goes along with anything whose type it does not know, so a mistake could hide behind a value of an absent type. Therefore our
/// methods are given only values whose types are known, a variable that takes such a value says its type, and no lambda is given to what is absent.
/// </summary>
internal static class ValueRules
{
    public static IEnumerable<string> Faults(CSharpCompilation compilation)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            foreach (SyntaxNode node in tree.GetRoot().DescendantNodes())
            {
                if (FaultIn(node, model) is { } fault)
                    yield return string.Create(CultureInfo.InvariantCulture, $"{tree.FilePath}({tree.GetLineSpan(node.Span).StartLinePosition.Line + 1}): {fault}: {node}");
            }
        }
    }

    private static string? FaultIn(SyntaxNode node, SemanticModel model) => node switch
    {
        VariableDeclarationSyntax { Type.IsVar: true } declared when IsUnknown(model.GetTypeInfo(declared.Type).Type) => "a variable does not say its type",
        ForEachStatementSyntax { Type.IsVar: true } each when IsUnknown(model.GetTypeInfo(each.Type).Type) => "a variable does not say its type",
        DeclarationExpressionSyntax { Type.IsVar: true } declared when IsUnknown(model.GetTypeInfo(declared).Type) => "a variable does not say its type",
        ArgumentSyntax argument when IsOurs(CalledWith(argument), model) && IsUnknown(TypeOf(argument.Expression, model)) => "a value of unknown type is given to a method of ours",
        LambdaExpressionSyntax lambda when model.GetTypeInfo(lambda).ConvertedType is null or { TypeKind: TypeKind.Error } =>
            "a lambda stands where its type is unknown, so that nothing in it is checked",
        _ => null,
    };

    private static SyntaxNode? CalledWith(ArgumentSyntax argument) => argument.Parent?.Parent;

    // Where no overload fits, the candidates tell whose method was meant.
    private static bool IsOurs(SyntaxNode? call, SemanticModel model)
    {
        if (call is null)
            return false;
        SymbolInfo info = model.GetSymbolInfo(call);
        IEnumerable<ISymbol> meant = info.Symbol is { } symbol ? [symbol] : info.CandidateSymbols;
        return meant.Any(one => one.ContainingAssembly?.Name.StartsWith("Rogatory.", StringComparison.Ordinal) == true);
    }

    private static ITypeSymbol? TypeOf(ExpressionSyntax expression, SemanticModel model) => expression switch
    {
        LambdaExpressionSyntax { ExpressionBody: { } body } => model.GetTypeInfo(body).Type,
        LambdaExpressionSyntax => null,
        _ => model.GetTypeInfo(expression).Type,
    };

    private static bool IsUnknown(ITypeSymbol? type) => type switch
    {
        null => false,
        { TypeKind: TypeKind.Error } => true,
        IArrayTypeSymbol array => IsUnknown(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsUnknown),
        _ => false,
    };
}
