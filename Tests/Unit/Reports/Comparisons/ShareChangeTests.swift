import Reports
import Testing

@Suite struct ShareChangeTests {
  private static let edges = Edges([0, 1, 2, 3])

  private func histogram(_ counts: [Int], overflow: Int = 0) -> Histogram {
    Histogram(edges: Self.edges, counts: counts, underflow: 0, overflow: overflow, notANumber: 0)
  }

  @Test func theZIsTheTwoProportionTests() throws {
    // 100 and 160 of 1000: pooled 0.13, so z = 0.06 / sqrt(0.13 × 0.87 / 500) = 3.9894...; 161 is just beyond 4.
    #expect(ShareChange.between(histogram([100, 900, 0]), histogram([160, 840, 0])) == [])
    let changes = try #require(ShareChange.between(histogram([100, 900, 0]), histogram([161, 839, 0])))
    #expect(Set(changes.map(\.what)) == ["0 to 1", "1 to 2"])
    // 0.061 / sqrt(0.1305 × 0.8695 / 500) = 4.04925; what one bin gained, the other lost.
    for change in changes {
      #expect((change.z - (change.what == "0 to 1" ? 4.04925 : -4.04925)).magnitude < 1e-5)
    }
  }

  @Test func theLargestChangeComesFirst() throws {
    let changes = try #require(
      ShareChange.between(histogram([500, 300, 200]), histogram([300, 350, 300], overflow: 50)))
    #expect(changes.map(\.what) == ["0 to 1", "2 to 3", "> 3"])
    #expect(changes[0].base == 0.5 && changes[0].head == 0.3 && changes[0].z < 0)
  }

  @Test func withoutExamplesNothingChanged() {
    #expect(ShareChange.between(histogram([0, 0, 0]), histogram([100, 0, 0])) == [])
    #expect(ShareChange.between(histogram([100, 0, 0]), histogram([200, 0, 0])) == [])
  }

  @Test func otherBinsCannotBeCompared() {
    let other = Histogram(edges: Edges([0, 1, 2, 4]))
    #expect(ShareChange.between(histogram([1, 0, 0]), other) == nil)
    let map = HeatMap(trueValues: 1...3, predictions: Self.edges)
    #expect(ShareChange.between(map, HeatMap(trueValues: 1...4, predictions: Self.edges)) == nil)
    #expect(ShareChange.between(map, HeatMap(trueValues: 1...3, predictions: other.edges)) == nil)
  }

  @Test func aCellIsAShareOfItsRow() throws {
    func map(_ right: Int, _ wrong: Int) -> HeatMap {
      var map = HeatMap(trueValues: 1...2, predictions: .whole(1...2))
      map.add(true: 1, prediction: 1, count: 10_000)
      map.add(true: 2, prediction: 2, count: right)
      map.add(true: 2, prediction: 1, count: wrong)
      return map
    }
    let changes = try #require(ShareChange.between(map(90, 10), map(40, 60)))
    #expect(changes.map(\.what) == ["true 2, answered 1", "true 2, answered 2"])
    #expect(changes[0].base == 0.1 && changes[0].head == 0.6)
  }
}
