package org.onevisit.housing.benchmark.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.benchmark.work.Work;
import org.onevisit.housing.benchmark.work.Work.Stage;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class BpmnTest {
    private static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private static Document model(String namespace) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(Bpmn.in(namespace))));
    }

    private static List<String> ids(Document model, String element) {
        List<String> ids = new ArrayList<>();
        NodeList nodes = model.getElementsByTagNameNS(MODEL, element);
        for (int i = 0; i < nodes.getLength(); i++) {
            ids.add(nodes.item(i).getAttributes().getNamedItem("id").getNodeValue());
        }
        return ids;
    }

    @Test
    @DisplayName("the model has every check, every decision with its deadline, and the hold of the work")
    void modelIsTheWork() throws Exception {
        Document model = model("urn:peer");
        assertThat(ids(model, "receiveTask")).isEqualTo(Work.CHECKS);
        assertThat(ids(model, "userTask"))
                .isEqualTo(Work.DECISIONS.stream().map(Stage::name).toList());
        assertThat(ids(model, "intermediateCatchEvent")).containsExactly(Work.HOLD.name());
        NodeList tasks = model.getElementsByTagNameNS(MODEL, "userTask");
        for (int i = 0; i < tasks.getLength(); i++) {
            assertThat(tasks.item(i)
                            .getAttributes()
                            .getNamedItemNS("urn:peer", "dueDate")
                            .getNodeValue())
                    .isEqualTo(Work.DECISIONS.get(i).limit().toString());
        }
    }

    @Test
    @DisplayName("both peers get the same model but for the namespace of the dates")
    void sameForBoth() {
        assertThat(Bpmn.in("urn:a").replace("urn:a", ""))
                .isEqualTo(Bpmn.in("urn:b").replace("urn:b", ""));
    }
}
