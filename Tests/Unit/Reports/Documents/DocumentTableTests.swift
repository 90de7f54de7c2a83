import Testing

@testable import Reports

@Suite struct DocumentTableTests {
  @Test func aCellIsOneCell() {
    let table = DocumentTable(columns: [.words("a|b"), .numbers("n")], rows: [[Sample.hostileName, "1\n2"]])
    let lines = table.markdown.split(separator: "\n")
    #expect(lines.count == 3 && lines[0] == #"| a\|b | n |"# && lines[1] == "| :-- | --: |")
    // Three bars that are no text.
    #expect(lines[2].replacing(#"\|"#, with: "").count { $0 == "|" } == 3)
  }

  @Test func anEstimateIsACell() {
    let error = Estimate(mean: 0.141, interval: .init(0.118, 0.166), seeds: 5)
    #expect(error.text(as: .number) == "0.141 [0.118, 0.166] (5 seeds)")
    #expect(error.bareText(as: .number) == "0.141 [0.118, 0.166]")
    #expect(Estimate(mean: 2, interval: nil, seeds: 1).text(as: .number) == "2.00 (1 seed)")
    let share = Estimate(mean: 0.9953, interval: .init(0.9834, 1.0073), seeds: 5)
    #expect(share.bareText(as: .share) == "99.5 % [98.3, 100.0]")
    let one = Estimate(mean: 1, interval: .init(-.infinity, .infinity), seeds: 1)
    #expect(one.text(as: .share) == "100.0 % [0.0, 100.0] (1 seed)")
  }
}
