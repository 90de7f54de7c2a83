import Learning
import Reports
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct PerturbedSearchTests {
  @Test(arguments: Profile.allCases)
  func everyFamilyIsAStudyOfItsOwn(_ profile: Profile) {
    let studies = Experiment.perturbedFamilies.map { Experiment.perturbedSearch($0, profile) }
    #expect(
      studies.map(\.id) == [
        "graphs/perturbed-answer-query", "graphs/perturbed-answer-key", "graphs/perturbed-answer-value",
        "graphs/perturbed-spread-query", "graphs/perturbed-spread-key", "graphs/perturbed-spread-value",
      ])
    for (study, family) in zip(studies, Experiment.perturbedFamilies) {
      #expect(study.stages.map(\.perturbation) == [family, nil])
      #expect(study.stages[0].recipe.steps == 0)
      // Twenty points of a curve.
      #expect(study.stages[1].watch!.rhythm == .every(study.stages[1].recipe.steps / 20))
      #expect(study.claims.map(\.isControl) == [false, true])
      #expect(study.claims[0].requirement == study.claims[1].requirement)
    }
  }

  /// Without runs a document says what is missing, and which command would make it.
  @Test func aDocumentNamesWhatIsMissing() throws {
    let marker = "damage graphs/perturbed-answer-query graphs/perturbed-answer-key"
    let document = try DocumentText("<!-- \(marker) -->1<!-- end -->", file: "made-up.md")
    let filling = try Findings(nil, fixtures: "/nowhere").filling(document.holes[0], picturesIn: "made-up")
    #expect(filling.missing?.contains("graphs/perturbed-answer-query") == true)
    #expect(filling.content.contains("> **Not shown.** `graphs/perturbed-answer-query` has no baseline yet"))
  }
}
