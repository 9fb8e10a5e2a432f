using Gatehouse.Cli.Output;
using Spectre.Console;

namespace Gatehouse.Tests.Cli.Output;

public class ScreenTests
{
    [Fact]
    public void A_pipe_gets_one_line_a_row_however_long_and_no_colours()
    {
        var name = $"{new string('a', 60)}@digital.cabinet-office.gov.uk";

        var shown = Piped(screen =>
        {
            var table = screen.Table("Person", "What");
            table.AddRow(name.AsText(Words.Bad), new Text(new string('b', 300)));
            screen.Results.Write(table);
        });

        shown.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
        shown.ShouldContain(name);
        shown.ShouldContain(new string('b', 300));
        shown.ShouldNotContain('\e');
    }

    [Fact]
    public void What_came_from_elsewhere_can_neither_colour_nor_move_nor_mark_up()
    {
        var shown = Piped(screen => screen.Results.Write("[red]\e[2Jevil\r[/]".AsText()));

        shown.ShouldBe("[red]\uFFFD[2Jevil\uFFFD[/]");
    }

    private static string Piped(Action<Screen> show)
    {
        using var output = new StringWriter();
        show(new Screen(output, redirected: true, TextWriter.Null, errorsRedirected: true));
        return output.ToString();
    }
}
