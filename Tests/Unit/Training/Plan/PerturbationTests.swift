import Learning
import Seeds
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct PerturbationTests {
  private let search = HandmadeSearch(vertexCount: 5, constants: .published)
  private var model: Architecture { .attentionOnly(search.shape) }

  private func changed(_ perturbation: Perturbation, _ root: UInt64) -> [Int] {
    let after = perturbation.applied(to: search.weights, of: model, seed: Seed(root: root))
    return zip(search.weights, after).enumerated().filter { $1.0 != $1.1 }.map(\.offset)
  }

  /// All of one matrix of the family, and nothing else: a draw from N(0, 1) is never the weight that stood there.
  @Test(arguments: ["spread", "answer"], HeadMatrix.Role.allCases)
  func oneMatrixOfTheFamilyIsReplaced(_ heads: String, _ role: HeadMatrix.Role) {
    let matrices = AttentionOnly(search.shape).matrices(role, of: heads).map { $0.places.sorted() }
    let perturbation = Perturbation(heads, role)
    let struck = (0..<40).map { changed(perturbation, $0) }
    #expect(struck.allSatisfy { matrices.contains($0) })
    // Of five matrices, forty draws miss one with probability 5 x 0.8^40 = 7e-4 at most, and these seeds do not.
    #expect(Set(struck).count == 5)
    #expect(perturbation.name == "\(heads)-\(role.rawValue)")
  }

  @Test func theSameSeedDoesTheSameDamage() {
    let perturbation = Perturbation("spread", .key)
    func values(_ root: UInt64) -> [Float] {
      perturbation.applied(to: search.weights, of: model, seed: Seed(root: root))
    }
    #expect(values(1) == values(1) && values(1) != values(2))
    let drawn = changed(perturbation, 1).map { Double(values(1)[$0]) }
    // 44 numbers: their mean has deviation 0.15, their mean square 0.21.
    #expect(drawn.count == 44 && abs(drawn.mean) < 0.6 && abs(drawn.map { $0 * $0 }.mean - 1) < 0.85)
  }

  @Test func onlyAttentionAloneHasSuchMatrices() async {
    await #expect(processExitsWith: .failure) {
      _ = Perturbation("spread", .key).applied(
        to: [], of: .encoder(TinyExperiment.model), seed: Seed(root: 1))
    }
    await #expect(processExitsWith: .failure) {
      let search = HandmadeSearch(vertexCount: 5, constants: .published)
      _ = FirstWeights.handmade(search).values(of: .encoder(TinyExperiment.model), seed: Seed(root: 1))
    }
  }
}
