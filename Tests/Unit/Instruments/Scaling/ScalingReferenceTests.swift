import Foundation
import Testing

@testable import Instruments

/// The fits against SciPy's, which finds all numbers of a law at once from many starts
/// (`fixtures/reference/scaling_scipy.py`).
@Suite struct ScalingReferenceTests {
  private struct Reference: Decodable {
    let surfaces: [Surface]
    let powerLaws: [Law]
    let knownPowerLaws: [KnownLaw]
    let matched: [Matched]

    struct Surface: Decodable {
      let sizes, data: [Double]
      let replicates: Int
      /// By size, data and replicate.
      let loss: [Double]
      let constant, sizeFactor, sizeExponent, dataFactor, dataExponent, squares: Double
    }

    struct Law: Decodable {
      let x, y: [Double]
      let weights: [Double]?
      let constant, factor, exponent, squares: Double
    }

    struct KnownLaw: Decodable {
      let x, y: [Double]
      let constant, factor, exponent, spread: Double
    }

    struct Matched: Decodable {
      let size, loss, shifted: [Double]
      let sizeEffect, kappa, explained, unmatched: Double
    }

    static func read() throws -> Reference {
      let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../../../../fixtures/statistics/scaling.json")
      return try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file))
    }
  }

  /// Both searches end where a change of 1e-7 of an exponent moves the sum by less than its rounding; over the logarithm of a
  /// size or a compute, up to 24, that makes 24 times as much of a factor.
  private static let tolerance = 1e-5

  private static func agree(_ found: Double, _ wanted: Double) -> Bool {
    abs(found - wanted) <= tolerance * max(abs(wanted), 1e-3)
  }

  @Test func surfacesAreSciPys() throws {
    let cases = try Reference.read().surfaces
    #expect(cases.count == 4)
    for (index, wanted) in cases.enumerated() {
      let runs = ScalingSamples.runs(sizes: wanted.sizes, data: wanted.data, replicates: wanted.replicates) {
        size, data, replicate in
        let cell = wanted.sizes.firstIndex(of: size)! * wanted.data.count + wanted.data.firstIndex(of: data)!
        return wanted.loss[cell * wanted.replicates + replicate]
      }
      let found = try #require(ScalingSurface(fitting: runs))
      #expect(Self.agree(found.constant, wanted.constant), "\(index)")
      #expect(Self.agree(found.sizeFactor, wanted.sizeFactor), "\(index)")
      #expect(Self.agree(found.sizeExponent, wanted.sizeExponent), "\(index)")
      #expect(Self.agree(found.dataFactor, wanted.dataFactor), "\(index)")
      #expect(Self.agree(found.dataExponent, wanted.dataExponent), "\(index)")
      let squares = runs.reduce(0) { sum, run in
        run.readings.reduce(sum) {
          let miss = 1 - found.loss(size: run.size, data: $1.data) / $1.loss
          return $0 + miss * miss
        }
      }
      #expect(abs(squares / wanted.squares - 1) < 1e-9, "\(index)")
      #expect(found.isWithoutConstant == (index == 2) && found.isAtEdge == (index == 3), "\(index)")
    }
  }

  @Test func powerLawsAreSciPys() throws {
    let cases = try Reference.read().powerLaws
    #expect(cases.count == 3 && cases.contains { $0.weights != nil })
    for (index, wanted) in cases.enumerated() {
      let found = try #require(PowerLawFit(of: wanted.y, on: wanted.x, weights: wanted.weights))
      #expect(Self.agree(found.constant, wanted.constant), "\(index)")
      #expect(Self.agree(found.factor, wanted.factor), "\(index)")
      #expect(Self.agree(found.exponent, wanted.exponent), "\(index)")
      let squares = wanted.x.indices.reduce(0.0) { sum, point in
        let miss = (wanted.y[point] - found.value(at: wanted.x[point])) * (wanted.weights?[point] ?? 1)
        return sum + miss * miss
      }
      #expect(abs(squares / wanted.squares - 1) < 1e-9, "\(index)")
    }
    let known = try #require(try Reference.read().knownPowerLaws.first)
    let found = try #require(PowerLawFit(of: known.y, on: known.x, above: known.constant))
    #expect(abs(found.exponent / known.exponent - 1) < 1e-11 && abs(found.factor / known.factor - 1) < 1e-10)
    #expect(abs(try #require(found.spread) / known.spread - 1) < 1e-10)
  }

  @Test func matchedComparisonsAreNumPys() throws {
    let wanted = try #require(try Reference.read().matched.first)
    let points = wanted.size.indices.map {
      MatchedComparison.Point(size: wanted.size[$0], loss: wanted.loss[$0], shifted: wanted.shifted[$0])
    }
    #expect(abs(try #require(MatchedComparison(of: points)).sizeEffect - wanted.sizeEffect) < 1e-12)
    #expect(abs(try #require(MatchedComparison.unmatched(points)).slope - wanted.unmatched) < 1e-12)
    let line = try #require(MatchedComparison.lossToLoss(points))
    #expect(abs(line.slope - wanted.kappa) < 1e-12 && abs(line.explained - wanted.explained) < 1e-12)
  }
}
