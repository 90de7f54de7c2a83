import Testing

@testable import Storage

@Suite struct PrintableTests {
  @Test func ordinaryTextStaysAsItIs() {
    for text in ["", "graphs/on-path", "naïve 図 🙂", "a \\ b"] { #expect(text.printable == text) }
  }

  @Test(arguments: [
    ("a\nb", "a\\nb"), ("\r\n", "\\r\\n"), ("\t", "\\t"), ("\u{1B}[31m", "\\u{1b}[31m"), ("\u{9B}31m", "\\u{9b}31m"),
    ("\u{85}", "\\u{85}"), ("\u{7F}", "\\u{7f}"), ("\u{202E}", "\\u{202e}"), ("\u{2066}", "\\u{2066}"),
    ("\u{2028}::error::", "\\u{2028}::error::"), ("\u{2029}", "\\u{2029}"), ("\u{200F}", "\\u{200f}"),
    ("\u{61C}", "\\u{61c}"), ("\u{FEFF}", "\\u{feff}"), ("\u{E0041}", "\\u{e0041}"), ("\0", "\\u{0}"),
  ])
  func whatActsOnTheTextAroundItIsShown(text: String, shown: String) { #expect(text.printable == shown) }

  /// Whatever a problem quotes, its sentence stays on one line and moves no cursor.
  @Test func everyProblemIsPrintable() {
    let name = "x\n::error::\u{1B}[31m\u{9B}\u{202E}"
    let problems: [any Error] = [
      FileProblem(path: name, attempt: "open", code: 2), UnknownName(kind: "split", asked: name, known: ["a"]),
      SettingProblem(name: "--slice", value: name, mend: "Give one."),
      FixtureProblem(file: name, field: name, what: name, mend: name),
      RunStoreProblem(path: name, identity: "0", kind: .foreign),
      SafetensorsProblem(file: name, field: name, what: name, mend: name),
      JSONProblem(line: 1, column: 1, what: name),
    ]
    for problem in problems {
      let text = "\(problem)"
      #expect(text.contains("x\\n::error::\\u{1b}[31m\\u{9b}\\u{202e}") && text == text.printable, "\(text)")
    }
    let change = FieldChange(field: name, old: .string(name), new: .object([name: 1]))
    #expect("\(change)" == "\(change)".printable)
    let several = FixtureProblem(file: "f", field: "", what: "w", mend: "m", changes: [change, change])
    #expect("\(several)".split(separator: "\n").count == 3)
  }
}
