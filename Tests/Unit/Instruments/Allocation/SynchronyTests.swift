import Seeds
import Testing

@testable import Instruments

@Suite struct SynchronyTests {
  /// Noise in which all series dip at the same steps, which lie at least 8 apart.
  private static func series(_ count: Int = 10, length: Int = 300, isTogether: Bool = true) -> [[Double]] {
    var generator = Seed(root: 5).generator()
    let dips = stride(from: 10, to: length - 10, by: 14).map { $0 + Draw.integer(in: 0...6, using: &generator) }
    return (0..<count).map { number in
      var values = (0..<length).map { _ in Draw.normal(using: &generator) }
      for dip in dips { values[(dip + (isTogether ? 0 : 31 * number)) % length] -= 10 + Draw.unit(using: &generator) }
      return values
    }
  }

  @Test func peaksAreTheDeepestStrictMinima() {
    let one = [0.0, -1, 0, -5, -5, 0, -3, 2, -4, 0, -9]
    let synchrony = Synchrony(of: [one, one], deepest: 2)
    // The flat -5 is not strict, and the last -9 stands at the end.
    #expect(synchrony.peaks == [[6, 8], [6, 8]] && synchrony.score == 2)
    #expect(Synchrony(of: [one, one, one]).score == 3 * 3)
    let ties = [0.0, -1, 0, -1, 0, -1, 0]
    #expect(Synchrony(of: [ties, ties], deepest: 2).peaks[0] == [1, 3])
  }

  @Test func theScoreCountsPairs() {
    let (a, b) = ([0.0, -1, 0, 0, 0, -1, 0], [0.0, -1, 0, -1, 0, 0, 0])
    #expect(Synchrony(of: [a, b]).score == 1)
    #expect(Synchrony(of: [a, b, a, b]).score == 6 + 1 + 1)
    #expect(Synchrony(of: [[0, 0, 0], [0, 0, 0]]).score == 0)
  }

  @Test func whatDipsTogetherIsFarFromTheNull() {
    var generator = Seed(root: 6).generator()
    #expect(Synchrony(of: Self.series()).z(using: &generator) > 15)
    let rolled = Synchrony.rolled(Self.series(), using: &generator)
    #expect(abs(Synchrony(of: rolled).z(using: &generator)) < 3)
    #expect(abs(Synchrony(of: Self.series(isTogether: false)).z(using: &generator)) < 3)
  }

  /// Two series: which of the 13 x 13 moves gives which score is counted out, with each series' peaks moved as one. Peaks
  /// moved one by one have another null.
  @Test func theNullMovesAllPeaksOfASeriesTogether() {
    let synchrony = Synchrony(of: Self.series(2))
    var scores: [Double] = []
    for first in -6...6 {
      for second in -6...6 {
        let (a, b) = (synchrony.peaks[0].map { $0 + first }, synchrony.peaks[1].map { $0 + second })
        scores.append(Double(Set(a).intersection(b).count))
      }
    }
    let mean = scores.reduce(0, +) / 169
    let deviation = (scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 169).squareRoot()
    let exact = (Double(synchrony.score) - mean) / deviation
    var generator = Seed(root: 7).generator()
    #expect(abs(synchrony.z(draws: 20_000, using: &generator) / exact - 1) < 0.05)
  }

  @Test func theSameSeedGivesTheSameNumber() {
    var (one, other) = (Seed(root: 8).generator(), Seed(root: 8).generator())
    let synchrony = Synchrony(of: Self.series(isTogether: false))
    #expect(synchrony.z(using: &one) == synchrony.z(using: &other))
  }

  @Test func rollingKeepsEachSeries() {
    var generator = Seed(root: 9).generator()
    let series = Self.series(4, length: 50)
    let rolled = Synchrony.rolled(series, using: &generator)
    #expect(zip(series, rolled).allSatisfy { $0.sorted() == $1.sorted() })
    let starts = zip(series, rolled).map { $0.firstIndex(of: $1[0])! }
    #expect(Set(starts).count == 4)
  }

  @Test func oneSeriesIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) { _ = Synchrony(of: [[1, 2, 3]]) }
    await #expect(processExitsWith: .failure) { _ = Synchrony(of: [[1, 2, 3], [1, 2]]) }
  }
}
