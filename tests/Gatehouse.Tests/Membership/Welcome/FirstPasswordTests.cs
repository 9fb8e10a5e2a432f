using System.Security.Cryptography;
using Gatehouse.Account;
using Gatehouse.Membership.Welcome;

namespace Gatehouse.Tests.Membership.Welcome;

public sealed class FirstPasswordTests
{
    private const string IamSymbols = "!@#$%^&*()_+-=[]{}|'";

    private static readonly PasswordRules Usual = new(16, PasswordClasses.None, Reuse: 24, Days: 0);

    private static readonly string[] Many = [.. Enumerable.Range(0, 20_000).Select(_ => new FirstPassword(RandomNumberGenerator.GetInt32).Create(Usual))];

    [Fact]
    public void Every_password_has_all_four_classes()
    {
        Many.ShouldAllBe(password => password.Any(char.IsAsciiLetterUpper));
        Many.ShouldAllBe(password => password.Any(char.IsAsciiLetterLower));
        Many.ShouldAllBe(password => password.Any(char.IsAsciiDigit));
        Many.ShouldAllBe(password => password.Any(IamSymbols.Contains));
    }

    [Fact]
    public void No_password_has_a_look_alike_or_anything_that_a_mail_would_change() =>
        string.Concat(Many).Intersect("0Oo1lI|5Ss8B2Zz@'\"`\\<>&*_()[]{} \t,.;:").ShouldBeEmpty();

    [Fact]
    public void Every_character_is_a_letter_a_digit_or_a_symbol_that_IAM_counts() =>
        string.Concat(Many).Distinct().ShouldAllBe(character => char.IsAsciiLetterOrDigit(character) || IamSymbols.Contains(character));

    [Fact]
    public void A_double_click_takes_the_ends_along() =>
        Many.ShouldAllBe(password => char.IsAsciiLetterOrDigit(password.First()) && char.IsAsciiLetterOrDigit(password.Last()));

    [Fact]
    public void No_two_passwords_are_the_same() => Many.Distinct().Count().ShouldBe(Many.Length);

    // The inner characters of accepted draws differ a little by class, so each is compared with the others of its class.
    [Theory]
    [InlineData(FirstPassword.Upper)]
    [InlineData(FirstPassword.Lower)]
    [InlineData(FirstPassword.Digits)]
    [InlineData(FirstPassword.Symbols)]
    public void Within_its_class_each_character_is_equally_likely(string characters)
    {
        var counts = characters.ToDictionary(character => character, character => Many.Sum(password => password.Count(c => c == character)));
        var expected = counts.Values.Average();

        // Six standard deviations: one false alarm in about ten million runs.
        counts.ShouldAllBe(count => Math.Abs(count.Value - expected) < 6 * Math.Sqrt(expected));
    }

    private static readonly int[] Lengths = [8, 14, 16, 37, 128];

    public static TheoryData<PasswordClasses, int> EveryRule
    {
        get
        {
            var rules = new TheoryData<PasswordClasses, int>();
            foreach (var (classes, length) in from classes in Enumerable.Range(0, 16) from length in Lengths select ((PasswordClasses)classes, length))
            {
                rules.Add(classes, length);
            }

            return rules;
        }
    }

    [Theory]
    [MemberData(nameof(EveryRule))]
    public void A_password_meets_whatever_the_account_asks_for(PasswordClasses classes, int length)
    {
        var rules = new PasswordRules(length, classes, Reuse: 24, Days: 90);

        var passwords = Enumerable.Range(0, 50).Select(_ => new FirstPassword(RandomNumberGenerator.GetInt32).Create(rules)).ToList();

        passwords.ShouldAllBe(password => rules.Allow(password));
        passwords.ShouldAllBe(password => password.Length == Math.Max(length, 16));
    }

    [Fact]
    public void A_length_that_IAM_would_refuse_is_refused_at_once() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new FirstPassword(RandomNumberGenerator.GetInt32).Create(Usual with { Length = 129 }));

    [Fact]
    public void A_source_that_repeats_itself_is_refused() =>
        Should.Throw<InvalidOperationException>(() => new FirstPassword(_ => 0).Create(Usual)).Message.ShouldContain("repeats itself");

    [Fact]
    public void Each_draw_asks_for_a_number_below_the_size_of_the_alphabet()
    {
        var asked = new HashSet<int>();
        new FirstPassword(size =>
        {
            asked.Add(size);
            return RandomNumberGenerator.GetInt32(size);
        }).Create(Usual);

        asked.ShouldBe([FirstPassword.Upper.Length + FirstPassword.Lower.Length + FirstPassword.Digits.Length + FirstPassword.Symbols.Length]);
    }
}
