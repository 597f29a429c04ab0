package org.onevisit.housing.host.pages;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onevisit.housing.host.http.WebSite;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.ResidentId;
import org.onevisit.housing.view.Paper;

/** All applications in scope: search by number or exact identity number, the dossier, papers to print, what was handed in. */
final class ApplicationsDesk extends Desk {
    private static final long serialVersionUID = 1L;

    ApplicationsDesk(WebSite site) {
        super(site, "applications", Optional.empty(), List.of());
    }

    @Override
    void act(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        if (path(request).isEmpty()) {
            require(request);
            search(request, response);
        } else {
            super.act(request, response);
        }
    }

    @Override
    void more(HttpServletRequest request, HttpServletResponse response, ApplicationNumber number, List<String> path)
            throws IOException {
        if (path.size() == 2 && path.get(0).equals("papers")) {
            paper(request, response, number, path.get(1));
        } else if (path.equals(List.of("disclosures"))) {
            disclosures(request, response, number);
        } else if (path.size() == 2 && path.get(0).equals("documents")) {
            document(request, response, number, path.get(1));
        } else {
            throw noSuchPage();
        }
    }

    private void search(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String wanted = field(request, "wanted");
        Map<String, Object> model = new HashMap<>();
        if (wanted.matches("\\d{17}[\\dXx]|\\d{15}")) {
            Optional<ResidentId.Fault> fault = ResidentId.faultOf(wanted);
            model.put("searched", true);
            model.put("fault", fault.map(Enum::name).orElse(""));
            model.put(
                    "found", fault.isPresent() ? List.of() : approvals(request).search(ResidentId.parse(wanted)));
        } else if (wanted.matches("[A-Za-z0-9-]{1,43}")) {
            response.sendRedirect("/applications/" + wanted);
            return;
        } else {
            model.put("searched", true);
            model.put("fault", "EMPTY");
            model.put("found", List.of());
        }
        list(request, response, model);
    }

    private void paper(HttpServletRequest request, HttpServletResponse response, ApplicationNumber number, String kind)
            throws IOException {
        Paper paper = approvals(request).paper(number, kind);
        write(
                request,
                response,
                "paper",
                paper.heading(),
                Map.of("paper", paper, "number", number.value(), "names", Map.of()));
    }

    private void disclosures(HttpServletRequest request, HttpServletResponse response, ApplicationNumber number)
            throws IOException {
        write(
                request,
                response,
                "disclosures",
                Texts.of(request).of("disclosures.title"),
                Map.of("disclosures", approvals(request).disclosures(number), "number", number.value()));
    }

    private void document(
            HttpServletRequest request, HttpServletResponse response, ApplicationNumber number, String document)
            throws IOException {
        byte[] content = approvals(request).attachment(number, document).orElseThrow(PageServlet::noSuchPage);
        response.setContentType(type(content));
        response.setHeader("Content-Disposition", "attachment");
        response.getOutputStream().write(content);
    }

    private static String type(byte[] content) {
        return switch (content.length == 0 ? 0 : content[0] & 0xff) {
            case '%' -> "application/pdf";
            case 0x89 -> "image/png";
            case 0xff -> "image/jpeg";
            default -> "application/octet-stream";
        };
    }
}
