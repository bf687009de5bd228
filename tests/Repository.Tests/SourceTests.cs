using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Repository.Tests;

public sealed class SourceTests
{
    /// <summary>Who may write <c>new</c> before a type that lets data out.</summary>
    private static readonly Dictionary<string, string> Makers = new()
    {
        ["DisclosureGrant"] = "functions/Rogatory.Core/Transfer/DisclosureGrants.cs",
        ["TransferDecision"] = "functions/Rogatory.Core/Transfer/TransferCheck.cs",
    };

    [Fact]
    public void A_file_has_one_public_type_and_is_named_for_it()
    {
        var wrong = Tree.Under("functions/", ".cs").Where(file =>
        {
            var names = TopLevel(file).Where(IsPublic).Select(NameOf).Distinct().ToList();
            return names.Count > 1 || names.Exists(name => name != NameOf(file));
        });
        Assert.Empty(wrong);
    }

    [Fact]
    public void A_file_without_a_public_type_is_named_for_its_first()
    {
        var wrong = Tree.Under("functions/", ".cs").Where(file =>
            TopLevel(file) is [var first, ..] types && !types.Any(IsPublic) && NameOf(first) != NameOf(file));
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("ConsultationGrant", "functions/Rogatory.Core/Access/")]
    [InlineData("RecipientGrant", "functions/Rogatory.Cli/Disclosure/")]
    public void A_grant_that_opens_an_item_is_made_in_one_place_only(string grant, string place)
    {
        // The name alone is looked for, so that no spelling of a constructor call goes unseen.
        var wrong = Tree.Under("functions/", ".cs")
            .Where(file => !file.StartsWith("functions/Rogatory.Envelope/", StringComparison.Ordinal) && !file.StartsWith(place, StringComparison.Ordinal))
            .Where(file => CSharpSyntaxTree.ParseText(Tree.Read(file)).GetRoot().DescendantTokens().Any(token => token.ValueText == grant));
        Assert.Empty(wrong);
    }

    [Fact]
    public void Only_the_transfer_check_makes_decisions_and_only_they_give_the_grant_that_lets_items_out()
    {
        var made =
            from file in Tree.Under("functions/", ".cs")
            from creation in CSharpSyntaxTree.ParseText(Tree.Read(file)).GetRoot().DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>()
            let name = creation is ObjectCreationExpressionSyntax named ? named.Type.ToString().Split('.')[^1] : ImpliedType(creation)
            where name is not null && Makers.ContainsKey(name)
            select (name, file);
        Assert.Equal(Makers.Select(one => (one.Key, one.Value)).Order(), made.Order());
    }

    /// <summary>The type of <c>new(…)</c>, as far as the text around it tells: what is declared, returned or assigned there.</summary>
    private static string? ImpliedType(BaseObjectCreationExpressionSyntax creation) =>
        creation.Ancestors().Select(node => node switch
        {
            VariableDeclarationSyntax variable => variable.Type.ToString(),
            MethodDeclarationSyntax method => method.ReturnType.ToString(),
            PropertyDeclarationSyntax property => property.Type.ToString(),
            _ => null,
        }).FirstOrDefault(type => type is not null);

    private static List<MemberDeclarationSyntax> TopLevel(string file) =>
        [.. CSharpSyntaxTree.ParseText(Tree.Read(file)).GetCompilationUnitRoot().DescendantNodes(node => node is not (TypeDeclarationSyntax or EnumDeclarationSyntax))
            .OfType<MemberDeclarationSyntax>().Where(node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)];

    private static bool IsPublic(MemberDeclarationSyntax type) => type.Modifiers.Any(SyntaxKind.PublicKeyword);

    private static string NameOf(MemberDeclarationSyntax type) =>
        type is DelegateDeclarationSyntax one ? one.Identifier.ValueText : ((BaseTypeDeclarationSyntax)type).Identifier.ValueText;

    /// <summary>A type in parts has files named for it and for the part: <c>Gate.Reading.cs</c>.</summary>
    private static string NameOf(string file) => Path.GetFileName(file).Split('.')[0];
}
