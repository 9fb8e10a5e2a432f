namespace Gatehouse.Local.Seed;

/// <summary>A made-up person of the register; not everybody is in the group.</summary>
public sealed record SeedPerson(string Name, bool Member = true)
{
    public string Label => Name.Split('@')[0].Replace('.', '_');
}

/// <summary>The made-up people that the world starts with, in the order in which the register's history brought them.</summary>
public static class SeedPeople
{
    public static readonly IReadOnlyList<SeedPerson> First =
    [
        new("morgan.ellis@digital.cabinet-office.gov.uk"),
        new("aisha.rahman@digital.cabinet-office.gov.uk"),
        new("bronwen.hughes@digital.cabinet-office.gov.uk"),
        new("callum.fraser@digital.cabinet-office.gov.uk"),
        new("chidi.okafor@digital.cabinet-office.gov.uk"),
        new("dilnoza.karimova@cabinetoffice.gov.uk"),
        new("eleanor.whitmore@cabinetoffice.gov.uk"),
        new("fergus.maclean@digital.cabinet-office.gov.uk"),
        new("grace.oyelaran@cabinetoffice.gov.uk", Member: false),
        new("harriet.lindqvist@digital.cabinet-office.gov.uk"),
        new("imran.sheikh@digital.cabinet-office.gov.uk"),
        new("joanna.kowalczyk@gpa.gov.uk"),
        new("kenji.watanabe@digital.cabinet-office.gov.uk"),
        new("oluwaseun.adeyemi@digital.cabinet-office.gov.uk"),
    ];

    public static readonly SeedPerson Gone = new("leo.hartnell@digital.cabinet-office.gov.uk");

    public static readonly IReadOnlyList<SeedPerson> Second =
    [
        new("lowri.bevan@digital.cabinet-office.gov.uk"),
        new("mateusz.zielinski@ipa.gov.uk"),
        new("niamh.gallagher@digital.cabinet-office.gov.uk"),
    ];

    public static readonly IReadOnlyList<SeedPerson> Third = [new("priya.raman@nista.gov.uk")];

    public static readonly IReadOnlyList<SeedPerson> Fourth =
    [
        new("rosalind.achebe@ibca.org.uk", Member: false),
        new("tomos.pritchard@digital.cabinet-office.gov.uk"),
    ];

    /// <summary>Everybody whom the register names once its history is told.</summary>
    public static IReadOnlyList<SeedPerson> All => [.. First, .. Second, .. Third, .. Fourth];

    /// <summary>Somebody in IAM whom nobody manages: not in the register, and never to be touched.</summary>
    public const string HandMade = "break-glass-admin";
}
