import Testing

@testable import Reports

@Suite struct ThresholdTableTests {
  private func row(
    _ experiment: String, _ subject: String, _ mark: Mark = .sameBits, mean: Double = 0.99,
    metric: String = "exact path",
    _ requirement: Requirement = .atLeast(0.9), floors: [Score] = []
  ) -> ThresholdRow {
    ThresholdRow(
      mark: mark, experiment: experiment, subject: subject, metric: metric, scale: .share,
      estimate: Estimate(mean: mean, interval: Interval(mean - 0.01, mean + 0.01), seeds: 5), requirement: requirement,
      trivialPredictors: floors, slices: [Score("n=8", 0.5)], worstSlice: Score("n=8", 0.5),
      companions: [Score("the same after train", 0.4)], rerun: "tools/test --filter 'A/\(subject)'")
  }

  private func lines(_ table: ThresholdTable) -> [String] {
    table.text().split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  @Test func aPassingExperimentIsATitleARowAClaimAndAVerdict() {
    let table = ThresholdTable(
      rows: [
        row("a/b", "control", mean: 0.3, .mustFail(.atLeast(0.9))),
        row("a/b", "claim", floors: [Score("chance", 0.25), Score("nearest", 0.5)]),
      ], profile: "standard", seconds: 61, isTrained: false, remarks: ["hardest    n=8 50.0 %"], pointers: ["--details"]
    )
    #expect(
      lines(table) == [
        "a/b · standard · 5 seeds · exact path, higher is better",
        "  claims                     measured              required  trivial",
        "= claim                      99.0 % [98.0, 100.0]  >= 90 %   50.0 %",
        "  controls, which must miss  measured              required",
        "= control                    30.0 % [29.0, 31.0]   >= 90 %",
        "  hardest    n=8 50.0 %",
        "1 claim holds, 1 control misses · same bits as the baseline · from kept runs in 61 s", "more: --details",
      ], "\(table.text())")
  }

  @Test func rowsAreAlignedAndOnlyFailuresSayMore() throws {
    let failing = row("a/b", "worse", .newlyFailing, mean: 0.5)
    let text = ThresholdTable(rows: [failing, row("a/b", "one"), row("a/b", "another name")]).text()
    let lines = text.split(separator: "\n").map(String.init)
    let columns = try lines.filter { $0.hasPrefix("= ") && $0.contains("%") }.map {
      try #require($0.firstRange(of: "99.0 %")).lowerBound
    }
    #expect(columns.count == 2 && Set(columns.map { $0.utf16Offset(in: lines[2]) }).count == 1)
    #expect(text.contains("\n! a/b  worse   exact path 50.0 % [49.0, 51.0] (5 seeds)   required >= 90 %\n"))
    #expect(text.contains("\n  worst  n=8 50.0 %\n  rerun: tools/test --filter 'A/worse'\n"))
    #expect(!text.contains("slices") && !text.contains("stages") && text.contains("1 of 3 claims fails (1 newly)"))
    #expect(failing.text().contains("  slices n=8 50.0 %\n  stages the same after train 40.0 %\n"))
  }

  @Test func anExperimentOfManyClaimsFitsAScreenAndASuiteFiveOfThem() {
    let many = (0..<40).map { row("a/b", "claim \($0)", mean: 0.95 + Double($0) / 1000) }
    let folded = lines(ThresholdTable(rows: many, pointers: ["--details"]))
    #expect(folded.count <= 25 && folded.contains { $0.hasPrefix("= claim 0 (of 40)  ") }, "\(folded)")
    let suite = (0..<35).flatMap { number in
      (0..<6).map { row("a/\(number)", "claim \($0)") }
        + [row("a/\(number)", "control", mean: 0.2, .mustFail(.atLeast(0.9)))]
    }
    let table = ThresholdTable(rows: suite, pointers: ["--details"])
    #expect(lines(table).count <= 120 && lines(table).count > 100)
    #expect(lines(table).filter { $0.hasPrefix("= control: control ") }.count == 35)
    #expect(lines(ThresholdTable(rows: Array(many[..<15]))).filter { $0.hasPrefix("= claim") }.count == 15)
  }

  @Test func whatIsNotComparableIsNotHiddenBehindWhatIs() {
    var many = (0..<40).map { row("a/b", "claim \($0)", mean: 0.92) }
    many[7] = row("a/b", "claim 7", .notComparable, mean: 0.99)
    #expect(lines(ThresholdTable(rows: many)).contains { $0.hasPrefix("? claim 7 (of 40)  ") })
  }

  @Test func noLineIsWiderThanAHundredColumns() {
    let name = String(repeating: "a name of many words ", count: 4) + "end"
    let rows = [
      row("a/b", name), row("a/b", "short", metric: "share of variance"),
      row("a/b", "third", mean: 0.5, metric: "x y z"),
      row("a/b", name + "s", .failed, mean: 0.1),
    ]
    for width in [100, 200] {
      let text = ThresholdTable(rows: rows, profile: "standard", seconds: 1).text(width: width)
      for line in text.split(separator: "\n") where !line.contains("rerun") { #expect(line.count <= 100, "\(line)") }
      #expect(text.contains("share of variance") && text.contains("x y z"))
    }
  }

  @Test func theVerdictCountsWhatHoldsAndWhatDoesNot() {
    func summary(_ rows: [ThresholdRow]) -> String { ThresholdTable(rows: rows).summary() }
    let control = row("a/b", "c", mean: 0.2, .mustFail(.atLeast(0.9)))
    var metControl = control
    metControl.mark = .failed
    #expect(summary([]) == "no claims: nothing was judged")
    #expect(summary([row("a/b", "1", .failed)]) == "1 claim fails")
    #expect(summary([row("a/b", "1", .failed), row("a/b", "2", .failed)]) == "2 claims fail")
    #expect(summary([row("a/b", "1"), control, metControl]) == "1 claim holds, 1 of 2 controls does not miss")
    #expect(summary([row("a/b", "1", .withinNoise)]) == "1 claim holds · within noise of the baseline")
    #expect(ThresholdTable(rows: [control], seconds: 2, isTrained: true).summary().hasSuffix(" · trained in 2.0 s"))
  }
}
