namespace Gatehouse.Membership.Mails.Rendering;

/// <summary>The inline styles; shades are half-transparent greys, which show on white and on black.</summary>
internal static class HtmlStyle
{
    public const string Page = "font-family:Arial,Helvetica,sans-serif;font-size:17px;line-height:1.5;overflow-wrap:anywhere";

    public const string Title = "margin:0 0 20px;font-size:28px;line-height:1.2";

    public const string Heading = "margin:36px 0 14px;padding-top:16px;border-top:4px solid #1d70b8;font-size:22px;line-height:1.25";

    public const string Subheading = "margin:26px 0 10px;font-size:18px;line-height:1.3";

    public const string Paragraph = "margin:0 0 14px";

    public const string Warning = "margin:18px 0;padding:10px 14px;border-left:6px solid #d4772a;background-color:rgba(128,128,128,0.12)";

    public const string Fact = "margin:0 0 12px";

    public const string List = "margin:0 0 16px;padding-left:28px";

    public const string Item = "margin:0 0 10px";

    public const string Code = "font-family:Consolas,Menlo,'DejaVu Sans Mono',monospace;font-size:0.94em";

    public const string Secret = "display:inline-block;margin-top:4px;padding:8px 14px;border:2px solid #1d70b8;font-family:Consolas,Menlo,'DejaVu Sans Mono',monospace;font-size:20px;word-break:break-all";

    public const string Fill = "padding:0 3px;background-color:rgba(255,190,40,0.35)";

    public const string Link = "word-break:break-all";

    public const string Paste = "margin:0 0 16px;padding:12px 14px;border:1px solid #808080;background-color:rgba(128,128,128,0.12);font-family:Consolas,Menlo,'DejaVu Sans Mono',monospace;font-size:14px;line-height:1.5;white-space:pre-wrap;overflow-wrap:anywhere";
}
