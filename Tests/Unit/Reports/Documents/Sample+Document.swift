@testable import Reports

extension Sample {
  /// Every kind of part, between two markers; the picture is in the golden files of drawings already.
  static let documentParts: [DocumentPart] = [
    .text("Measured:"),
    .table(
      DocumentTable(
        columns: [.words("Claim"), .numbers("Measured"), .numbers("Published")],
        rows: [
          ["graphs/on-path", Sample.failed.estimate.text(as: .number), "0.102"], [Sample.hostileName, "NaN", "<0.1 %"],
        ])),
    .picture(DocumentPicture("by-size", title: "By size [n]", svg: Sample.chart.svg(title: "By size"))),
  ]

  /// Around the parts as a hole holds them.
  static let document =
    "# Made up\n\n<!-- slices a/b -->\n\n"
    + documentParts.map { $0.markdown(picturesIn: "made-up") + "\n\n" }.joined() + "<!-- end -->\n"
}
