import Testing

@testable import Reports

@Suite struct SignedHistogramTests {
  @Test func aNumberIsCountedByItsSignAndDecade() {
    var counts = SignedHistogram(exponents: -3...0)
    let values = [-1e-3, -9.99e-3, -0.01, -0.5, -1, -1.01, -Double.infinity, -1e-9, 0, -0.0, 1e-4, 0.1, 0.99, 1, 2]
    for value in values { counts.add(value) }
    #expect(
      counts == SignedHistogram(exponents: -3...0, negative: [1, 2, 1, 2, 2], zero: 2, positive: [1, 0, 0, 3, 1]))
    #expect(counts.total == 15)
    #expect(
      counts.summary
        == "15 numbers by sign and decade, on a log scale: 53.3 % below 0, 13.3 % exactly 0, 33.3 % above")
  }

  @Test func theLargestMagnitudesAreOutermost() throws {
    let counts = SignedHistogram(exponents: -1...0, negative: [1, 2, 100], zero: 4, positive: [5, 0, 10])
    #expect(counts.slots.map(\.count) == [100, 2, 1, 4, 5, 0, 10])
    #expect(
      counts.slots.map(\.name) == [
        "negative, larger than 1", "negative, 1e-1 to 1", "negative, smaller than 1e-1", "exactly 0",
        "positive, smaller than 1e-1", "positive, 1e-1 to 1", "positive, larger than 1",
      ])
    let drawn = try DrawnChart(counts.svg(title: "t"))
    let bars = drawn.page.all("rect").filter { !$0.text.isEmpty }
    #expect(bars.map { $0.attributes["class"] } == ["gb-bar", "gb-bar", "gb-bar", "gb-head", "gb-odd", "gb-odd"])
    #expect(bars[0].text == "negative, larger than 1: 100 (82.0 %)")
    let heights = bars.map { $0.attributes["height"].flatMap { Int($0) } ?? 0 }
    // One has 12 of 240 units, a hundred all, ten lies halfway.
    #expect(heights[2] == 12)
    #expect(heights[0] == 240)
    #expect(heights[5] == 126)
  }

  @Test func edgesAreLabelledAlikeOnBothSides() throws {
    let drawn = try DrawnChart(Sample.signedHistogram.svg(title: "t"))
    let labels = drawn.texts.filter { $0.attributes["text-anchor"] == "middle" && $0.text != "0" }.map(\.text)
    #expect(labels == ["-1e-9", "1e-9", "-1e-6", "1e-6", "-1e-3", "1e-3", "-1", "1"])
  }

  @Test func whatHasNoPlaceIsACallersBug() async {
    await #expect(processExitsWith: .failure) {
      var counts = SignedHistogram(exponents: -3...0)
      counts.add(.nan)
    }
    await #expect(processExitsWith: .failure) { _ = SignedHistogram(exponents: 0...0) }
    await #expect(processExitsWith: .failure) {
      _ = SignedHistogram(exponents: -1...0, negative: [0, 0], zero: 0, positive: [0, 0, 0])
    }
    await #expect(processExitsWith: .failure) {
      _ = SignedHistogram(exponents: -1...0, negative: [0, -1, 0], zero: 0, positive: [0, 0, 0])
    }
  }
}
